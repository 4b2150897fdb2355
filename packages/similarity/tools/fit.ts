import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { collectionOf } from '../src/collection.ts'
import { labelledPairs, partsOf } from '../src/evaluation/labelled.ts'
import type { Label, LabelledEvening } from '../src/evaluation/labelled.ts'
import { chanceOf, contextOf, evidenceOf, weightsFor } from '../src/likeness.ts'
import type { Weights } from '../src/likeness.ts'
import { likenessesOf, Ranks } from '../src/scores.ts'
import type { Likened } from '../src/scores.ts'
import { fitted } from './logistic.ts'
import type { Example } from './logistic.ts'

// Finds how much each kind of evidence counts, on the train part alone, and writes src/weights.json;
// with each train evening left out in turn it says what to expect of evenings that it never saw.
// No chance, no clock: the same data give the same file.

/** An opposite that is proposed is worse than another wrong one. */
const WEIGHT_OF_OPPOSITE = 3
/** What is in one zone may count for no more than this: nearly all duplicates of the oldest evenings are, and those of a room need not be. */
const ZONE = 1.5

/** A vision begins with a few cards: evenings are also looked at in so many parts. */
const PARTS = [2, 4, 8]

interface Labelled extends Likened {
  readonly label: Label
  /** Of the notes that it was found among. */
  readonly count: number
}

const folder = new URL('../data/', import.meta.url)
const evenings = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as LabelledEvening)
  .filter(({ part }) => part === 'train')
const all = evenings.map((evening) =>
  [[evening], ...PARTS.map((count) => partsOf(evening, count))].map((parts) => parts.map(pairsOf)),
)

process.stdout.write(
  'each train evening left out in turn, whole and in parts: threshold, precision, recall, opposites\n',
)
const outcomes = all.map((own, place) => {
  const weights = weightsFrom(all.filter((_, other) => other !== place))
  return own.map((parts) => parts.flatMap((part) => judged(part, weights)))
})
for (const [at, size] of ['whole', ...PARTS.map((count) => `1/${count}`)].entries()) {
  tell(
    size,
    outcomes.flatMap((sizes) => sizes[at] ?? []),
  )
}
const found = weightsFrom(all)
writeFileSync(
  new URL('../src/weights.json', import.meta.url),
  `${JSON.stringify({ few: shortened(found.few), many: shortened(found.many) }, undefined, 2)}\n`,
)

function shortened({ alone, among }: Weights): Weights {
  return { alone: alone.map(short), among: among.map(short) }
}

function pairsOf(evening: LabelledEvening): readonly Labelled[] {
  const labels = new Map(labelledPairs(evening).map(({ a, b, label }) => [nameOf(a, b), label]))
  return likenessesOf(collectionOf(evening.notes)).map((pair) => ({
    ...pair,
    count: evening.notes.length,
    label: labels.get(nameOf(pair.a.note.id, pair.b.note.id)) ?? 'other',
  }))
}

function nameOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/** What is learned from whole evenings, and from the smallest parts of them. */
interface Found {
  readonly few: Weights
  readonly many: Weights
}

type Sizes = readonly (readonly (readonly Labelled[])[])[]

function weightsFrom(own: readonly Sizes[]): Found {
  return {
    few: learned(own.flatMap((sizes) => sizes.slice(-2).flat())),
    many: learned(own.flatMap((sizes) => sizes[0] ?? [])),
  }
}

function learned(parts: readonly (readonly Labelled[])[]): Weights {
  const alone = fitted(
    parts
      .flat()
      .filter(isOpen)
      .map((pair) =>
        exampleOf(pair, evidenceOf(pair.features).slice(0, -1), ZONE * pair.features.sameZone),
      ),
  )
  const whole = [...alone, ZONE]
  const among = fitted(
    parts.flatMap((own) =>
      contextsOf(own, whole)
        .filter(({ pair }) => isOpen(pair))
        .map(({ pair, context }) => exampleOf(pair, context, 0)),
    ),
  )
  return { alone: whole, among }
}

function isOpen({ features }: Labelled): boolean {
  return features.veto === undefined
}

function exampleOf({ label }: Labelled, values: readonly number[], offset: number): Example {
  return {
    values,
    offset,
    isSame: label === 'same',
    weight: label === 'opposite' ? WEIGHT_OF_OPPOSITE : 1,
  }
}

function contextsOf(own: readonly Labelled[], alone: readonly number[]) {
  const likened = own.map((pair) => {
    const isOut = pair.features.veto !== undefined && pair.features.veto !== 'offer'
    return { ...pair, likeness: isOut ? 0 : chanceOf(evidenceOf(pair.features), alone) }
  })
  const ranks = new Ranks(likened)
  return likened.map((pair) => ({
    pair,
    context: contextOf(pair.likeness, ranks.of(pair.a, pair.b), pair.features),
  }))
}

interface Outcome {
  readonly label: Label
  readonly score: number
}

function judged(own: readonly Labelled[], its: Found): readonly Outcome[] {
  const { alone, among } = weightsFor(own[0]?.count ?? 0, its)
  return contextsOf(own, alone).map(({ pair, context }) => ({
    label: pair.label,
    score: isOpen(pair) ? chanceOf(context, among) : 0,
  }))
}

/** Says what each threshold comes to. */
function tell(size: string, own: readonly Outcome[]): void {
  const same = own.filter(({ label }) => label === 'same').length
  for (const threshold of [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9]) {
    const proposed = own.filter(({ score }) => score >= threshold)
    const right = proposed.filter(({ label }) => label === 'same').length
    const reverse = proposed.filter(({ label }) => label === 'opposite').length
    const [precision, recall] = [right / Math.max(1, proposed.length), right / same]
    const figures = [size, threshold, short(precision), short(recall), reverse]
    process.stdout.write(`${figures.map((figure) => String(figure).padEnd(8)).join('')}\n`)
  }
}

function short(value: number): number {
  return Math.round(value * 1000) / 1000
}
