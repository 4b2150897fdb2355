import type { Entry, WeighedTerm } from './collection.ts'
import { areTurned, nameOthers, sayReverse } from './dutch/reverse.ts'
import { areOpposing } from './dutch/zones.ts'
import { trigramCosine } from './trigrams.ts'

/** Two words that met, and how sure. */
export interface Meeting {
  readonly one: WeighedTerm
  readonly other: WeighedTerm
  readonly sure: number
}

/** Why two notes are never proposed as the same. */
export type Veto = 'zones' | 'negation' | 'reverse' | 'actors'

/** What two notes have in common; all from 0 to 1. */
export interface Features {
  /** How much of both is found in the other (a soft Dice coefficient over words). */
  readonly overlap: number
  /** How much of the one that says less is found in the other. */
  readonly contained: number
  /** The same as `overlap`, for the words themselves and their parts, not for meanings. */
  readonly exact: number
  readonly letters: number
  /** Words that met well, up to three. */
  readonly words: number
  readonly sameZone: number
  /** How much of what met is denied by one of both. */
  readonly denied: number
  readonly meetings: readonly Meeting[]
  /** Why these two can never be the same; undefined when nothing forbids it. */
  readonly veto: Veto | undefined
}

const WELL = 0.5
/** What a note says besides the words that count: two that share only 'mensen' are not the same. */
const UNSAID = 0.5
/** From this much overlap on, a denial before the verb is all the difference there is. */
const ALL = 0.6
/** From this much overlap on, two words that are each other's reverse are the point. */
const SOME = 0.3
const DENIED = -0.5
/** From here on, all that the shorter note says is in the longer one. */
const CONTAINED = 0.8
/** The same word, or words of one line in the list. */
const SURELY = 0.75

export function featuresOf(a: Entry, b: Entry): Features {
  const { there, back } = meetingsOf(a, b)
  const foundA = worthOf(there)
  const foundB = worthOf(back)
  const [worthA, worthB] = [a.worth + UNSAID, b.worth + UNSAID]
  const both = worthA + worthB
  const contained = Math.max(share(foundA, worthA), share(foundB, worthB))
  const well = there.filter(isWell)
  const wellBack = back.filter(isWell)
  const overlap = share(foundA + foundB, both)
  const balance = (balanceOf(well) + balanceOf(wellBack)) / 2
  return {
    overlap,
    exact: share(worthOf(there.filter(isSameWord)) + worthOf(back.filter(isSameWord)), both),
    contained,
    letters: trigramCosine(a.trigrams, b.trigrams),
    words: Math.min(3, (worthOf(well) + worthOf(wellBack)) / 2) / 3,
    sameZone: a.note.zone === b.note.zone ? 1 : 0,
    denied: Math.max(0, -balance),
    meetings: well,
    veto: vetoOf(a, b, {
      overlap: share(foundA + foundB, a.worth + b.worth),
      contained: Math.max(share(foundA, a.worth), share(foundB, b.worth)),
      balance,
      meetings: [...well, ...wellBack],
    }),
  }
}

interface Shared {
  readonly overlap: number
  readonly contained: number
  readonly balance: number
  readonly meetings: readonly Meeting[]
}

function vetoOf(a: Entry, b: Entry, shared: Shared): Veto | undefined {
  const { overlap, contained, balance, meetings } = shared
  if (areOpposing(a.note.zone, b.note.zone)) return 'zones'
  if (balance < (overlap >= ALL ? 0 : DENIED)) return 'negation'
  if ((contained >= CONTAINED || overlap >= ALL) && meetings.some(isDenied)) return 'negation'
  // The very same words, and one says no once more: 'jongeren hebben geen zin'.
  const saysNo = (a.denials - b.denials) % 2 !== 0
  if (saysNo && overlap >= ALL && meetings.every(isSameWord)) return 'negation'
  if (overlap >= SOME && sayReverse(a.sides, b.sides)) return 'reverse'
  if (areTurned(a.turns, b.turns)) return 'reverse'
  return overlap >= ALL && nameOthers(a.actors, b.actors) ? 'actors' : undefined
}

interface Meetings {
  readonly there: readonly Meeting[]
  readonly back: readonly Meeting[]
}

/** For each word of either note the best word of the other. */
function meetingsOf(a: Entry, b: Entry): Meetings {
  const there: (Meeting | undefined)[] = []
  const back: (Meeting | undefined)[] = []
  for (const [left, one] of a.terms.entries()) {
    for (const [right, other] of b.terms.entries()) {
      const sure = sureness(one, other)
      if (sure > (there[left]?.sure ?? 0)) there[left] = { one, other, sure }
      if (sure > (back[right]?.sure ?? 0)) back[right] = { one: other, other: one, sure }
    }
  }
  return { there: there.filter(isThere), back: back.filter(isThere) }
}

function isThere(meeting: Meeting | undefined): meeting is Meeting {
  return meeting !== undefined
}

function sureness(one: WeighedTerm, other: WeighedTerm): number {
  let sure = 0
  for (const [key, value] of one.keys) {
    const its = other.keys.get(key)
    if (its !== undefined) sure = Math.max(sure, Math.min(value, its))
  }
  return sure
}

function worthOf(meetings: readonly Meeting[]): number {
  return meetings.reduce((sum, { one, sure }) => sum + one.worth * sure, 0)
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

/** From 1, both say what they share, to -1, one denies all of it. */
function balanceOf(meetings: readonly Meeting[]): number {
  let [balance, whole] = [0, 0]
  for (const { one, other, sure } of meetings) {
    balance += one.sign * other.sign * one.worth * sure
    whole += one.worth * sure
  }
  return share(balance, whole)
}

function isWell({ sure }: Meeting): boolean {
  return sure >= WELL
}

/** The very word that one asks for, the other does not want: 'niet autoluw'. */
function isDenied({ one, other, sure }: Meeting): boolean {
  return sure >= SURELY && one.sign * other.sign <= -1
}

function isSameWord({ one, other }: Meeting): boolean {
  for (const key of one.keys.keys()) if (key.startsWith('w') && other.keys.has(key)) return true
  return false
}
