import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { collectionOf } from '../src/collection.ts'
import { labelledPairs } from '../src/evaluation/labelled.ts'
import type { Label, LabelledEvening } from '../src/evaluation/labelled.ts'
import { contextOf, evidenceOf } from '../src/likeness.ts'
import { likenessesOf, Ranks } from '../src/scores.ts'
import type { Likened } from '../src/scores.ts'
import { fitted, sumOf } from './logistic.ts'
import type { Example } from './logistic.ts'

// Finds how much each kind of evidence counts, on the train part alone, and writes src/weights.json;
// with each train evening left out in turn it says what to expect of evenings that it never saw.
// No chance, no clock: the same data give the same file.

/** An opposite that is proposed is worse than another wrong one. */
const WEIGHT_OF_OPPOSITE = 3
/** What is in one zone may count for no more than this: nearly all duplicates of the oldest evenings are, and those of a room need not be. */
const ZONE = 1.5
/** A threshold has to be this precise on evenings that were left out. */
const WANTED = 0.93

interface Labelled extends Likened {
  readonly label: Label
}

const folder = new URL('../data/', import.meta.url)
const evenings = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as LabelledEvening)
  .filter(({ part }) => part === 'train')
const all = evenings.map(pairsOf)

const outcomes = all.flatMap((own, place) => {
  const weights = weightsFrom(all.filter((_, other) => other !== place))
  return judged(own, weights)
})
const found = thresholdOf(outcomes)
process.stdout.write(`each train evening left out in turn: ${JSON.stringify(found)}\n`)
const weights = weightsFrom(all)
writeFileSync(
  new URL('../src/weights.json', import.meta.url),
  `${JSON.stringify({ alone: weights.alone.map(short), among: weights.among.map(short) }, undefined, 2)}\n`,
)

function pairsOf(evening: LabelledEvening): readonly Labelled[] {
  const labels = new Map(
    labelledPairs(evening).map(({ a, b, label }) => [[a, b].toSorted().join(' '), label]),
  )
  return likenessesOf(collectionOf(evening.notes)).map((pair) => ({
    ...pair,
    label: labels.get([pair.a.note.id, pair.b.note.id].toSorted().join(' ')) ?? 'other',
  }))
}

interface Weights {
  readonly alone: readonly number[]
  readonly among: readonly number[]
}

function weightsFrom(parts: readonly (readonly Labelled[])[]): Weights {
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
    return { ...pair, likeness: isOut ? 0 : chance(sumOf(evidenceOf(pair.features), alone)) }
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

function judged(own: readonly Labelled[], { alone, among }: Weights): readonly Outcome[] {
  return contextsOf(own, alone).map(({ pair, context }) => ({
    label: pair.label,
    score: isOpen(pair) ? chance(sumOf(context, among)) : 0,
  }))
}

/** The lowest threshold from which on all are as precise as wanted. */
function thresholdOf(outcomes: readonly Outcome[]) {
  const same = outcomes.filter(({ label }) => label === 'same').length
  const figures = Array.from({ length: 19 }, (_, step) => (step + 1) * 0.05).map((threshold) => {
    const proposed = outcomes.filter(({ score }) => score >= threshold)
    const right = proposed.filter(({ label }) => label === 'same').length
    const reverse = proposed.filter(({ label }) => label === 'opposite').length
    return {
      threshold: short(threshold),
      precision: short(right / Math.max(1, proposed.length)),
      recall: short(right / same),
      opposites: short(reverse / Math.max(1, proposed.length)),
    }
  })
  for (const one of figures) process.stdout.write(`${JSON.stringify(one)}\n`)
  return figures.find(({ precision }) => precision >= WANTED)
}

function chance(sum: number): number {
  return 1 / (1 + Math.exp(-sum))
}

function short(value: number): number {
  return Math.round(value * 1000) / 1000
}
