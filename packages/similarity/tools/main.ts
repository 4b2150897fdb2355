import { readdirSync, readFileSync } from 'node:fs'
import { proposalsFor, withoutNotSame } from '../src/index.ts'
import type { Note } from '../src/index.ts'
import type { LabelledEvening } from '../src/evaluation/labelled.ts'
import { measure } from '../src/evaluation/measures.ts'
import { ofTheProduct, ofTrigrams } from '../src/evaluation/systems.ts'

// What `npm run propose` runs: proposals for a file of notes, or how good they are on our own set.

const [wish, groups] = process.argv.slice(2)
if (wish === undefined || wish === '--help') {
  process.stdout.write(`npm run propose zoekt briefjes die hetzelfde zeggen. Er verandert niets.

  npm run propose -- BESTAND      een JSON-lijst van {"evening", "id", "board", "zone", "text"}
  npm run propose -- BESTAND 12   in zoveel groepen
  npm run propose -- --evaluate   hoe goed het gaat op onze eigen voorbeelden
  npm run propose -- --time       hoe lang het duurt voor 240 en 2.400 briefjes
  npm run propose -- --fit        leert opnieuw van de voorbeelden hoe zwaar wat telt\n`)
} else if (wish === '--evaluate') evaluate()
else if (wish === '--time') time()
// Only who fits needs it.
else if (wish === '--fit') await import('./fit.ts')
else propose(wish, groups === undefined ? undefined : Number(groups))

function propose(file: string, k: number | undefined): void {
  const notes = JSON.parse(readFileSync(file, 'utf8')) as (Note & { readonly evening: string })[]
  const answers = [...Map.groupBy(notes, ({ evening }) => evening)].map(([evening, own]) => {
    const { pairs, suggestions, clusters } = withoutNotSame(proposalsFor(own, undefined, k), [])
    const answer = {
      pairs: pairs.map(({ a, b, score, reason }) => [a, b, score, reason]),
      suggestions: Object.fromEntries(
        Object.entries(suggestions).map(([id, found]) => [
          id,
          found.map((one) => [one.id, one.score]),
        ]),
      ),
      clusters,
    }
    return [evening, answer] as const
  })
  process.stdout.write(`${JSON.stringify(Object.fromEntries(answers), undefined, 1)}\n`)
}

/** Of notes of all evenings together, on three boards; twice, as a thread does that is warm by then. */
function time(): void {
  const all = labelledEvenings().flatMap(({ notes }) => notes)
  for (const count of [240, 2400]) {
    const notes = Array.from({ length: count }, (_, place) => ({
      ...(all[place % all.length] as Note),
      id: `n${place}`,
      board: 'ABC'.charAt(place % 3),
    }))
    const took = ['de eerste keer', 'de tweede keer'].map((when) => {
      const [startedAt, before] = [performance.now(), process.cpuUsage()]
      proposalsFor(notes)
      const { user, system } = process.cpuUsage(before)
      const work = Math.round((user + system) / 1000)
      return `${Math.round(performance.now() - startedAt)} ms ${when} (${work} ms werk)`
    })
    process.stdout.write(`${count} briefjes: ${took.join(', ')}\n`)
  }
}

function labelledEvenings(): readonly LabelledEvening[] {
  const folder = new URL('../data/', import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as LabelledEvening)
}

/** Of each part all evenings together, and the lowest and highest of the evenings by themselves. */
function evaluate(): void {
  const evenings = labelledEvenings()
  const lines = [['', 'P', 'R', 'F1', 'tegengesteld', 'bij de beste drie', 'groepen (ARI)']]
  for (const part of ['train', 'held-out'] as const) {
    const own = evenings.filter((evening) => evening.part === part)
    for (const [name, system] of [
      ['stip', ofTheProduct],
      ['3-grammen', ofTrigrams],
    ] as const) {
      const answers = own.map(system)
      const each = answers.map((one) => measure([one]))
      const figures = Object.entries(measure(answers)).flatMap(([figure, value]) => {
        if (figure === 'proposed') return []
        const spread = each.map((one) => one[figure as keyof typeof one])
        return [
          `${value.toFixed(3)} (${Math.min(...spread).toFixed(2)}-${Math.max(...spread).toFixed(2)})`,
        ]
      })
      lines.push([`${part} ${name}`, ...figures])
    }
  }
  for (const line of lines) {
    process.stdout.write(`${line.map((cell) => cell.padEnd(20)).join('')}\n`)
  }
}
