import type { Entry, WeighedTerm } from './collection.ts'
import { areTurned, nameOthers, sayReverse } from './dutch/reverse.ts'
import { areOfferAndAsk, areOpposing } from './dutch/zones.ts'
import { trigramCosine } from './trigrams.ts'

/** Two words that met, and how sure. */
export interface Meeting {
  readonly one: WeighedTerm
  readonly other: WeighedTerm
  readonly sure: number
  /** How much that says of the one. */
  readonly worth: number
  /** From 1, both say it, to -1, one denies it or says the reverse. */
  readonly sign: number
}

/** Why two notes are never proposed as the same; of 'offer' the one offers what the other asks. */
export type Veto = 'zones' | 'negation' | 'reverse' | 'actors' | 'offer'

/** What two notes have in common; numbers from 0 to 1. */
export interface Features {
  /** How much of both is found in the other (a soft Dice coefficient over words). */
  readonly overlap: number
  /** How much of the one that says less is found in the other. */
  readonly contained: number
  /** How alike they are spelled. */
  readonly letters: number
  /** Words that met well, up to three. */
  readonly words: number
  readonly sameZone: number
  /** The word that says most of the shorter one and is not in the other. */
  readonly missed: number
  /** How near their subjects are. */
  readonly subject: number
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
/** From this much overlap on, the denial is the only thing that one says more. */
const JUST = 0.85
/** From here on, all that the shorter note says is in the longer one. */
const CONTAINED = 0.8
/** The same word, or words of one line in the list. */
const SURELY = 0.75

/** @param subject - How near the subjects of the two are, from 0 to 1. */
export function featuresOf(a: Entry, b: Entry, subject = 0): Features {
  const { there, back } = meetingsOf(a, b)
  const foundA = worthOf(there)
  const foundB = worthOf(back)
  const [worthA, worthB] = [a.worth + UNSAID, b.worth + UNSAID]
  const well = there.filter(isWell)
  const wellBack = back.filter(isWell)
  return {
    overlap: share(foundA + foundB, worthA + worthB),
    contained: Math.max(share(foundA, worthA), share(foundB, worthB)),
    letters: trigramCosine(a.trigrams, b.trigrams),
    words: Math.min(3, (worthOf(well) + worthOf(wellBack)) / 2) / 3,
    sameZone: a.note.zone === b.note.zone ? 1 : 0,
    missed: missed(a, b, missedOf(a, well), missedOf(b, wellBack)),
    subject,
    meetings: well,
    veto: vetoOf(a, b, {
      overlap: share(foundA + foundB, a.worth + b.worth),
      contained: Math.max(share(foundA, a.worth), share(foundB, b.worth)),
      balance: (balanceOf(well) + balanceOf(wellBack)) / 2,
      meetings: [...well, ...wellBack],
    }),
  }
}

/** How much of what a note says is found in another, from 0 to 1. */
export function foundIn(note: Entry, other: Entry): number {
  return share(worthOf(meetingsOf(note, other).there), note.worth)
}

/** Of the one that says less; of two that say as much the least. */
function missed(a: Entry, b: Entry, ofA: number, ofB: number): number {
  if (Math.abs(a.worth - b.worth) < 1e-9) return Math.min(ofA, ofB)
  return a.worth < b.worth ? ofA : ofB
}

function missedOf({ terms }: Entry, meetings: readonly Meeting[]): number {
  const found = new Map(meetings.map(({ one, sure }) => [one, sure]))
  return terms.reduce((most, term) => Math.max(most, term.worth * (1 - (found.get(term) ?? 0))), 0)
}

interface Shared {
  readonly overlap: number
  readonly contained: number
  readonly balance: number
  readonly meetings: readonly Meeting[]
}

function vetoOf(a: Entry, b: Entry, shared: Shared): Veto | undefined {
  const { overlap, contained, balance, meetings } = shared
  if (areOpposing(a.zone, b.zone)) return 'zones'
  // The very same words, and one says no once more: 'jongeren hebben geen zin'.
  const saysNo = (a.denials - b.denials) % 2 !== 0
  const isOneMore = saysNo && overlap >= ALL && meetings.every(isSameWord)
  if (a.note.zone !== b.note.zone || !(a.zone.isForTrouble || a.zone.isForLettingGo)) {
    if (balance < (overlap >= ALL ? 0 : DENIED)) return 'negation'
    if ((contained >= CONTAINED || overlap >= ALL) && meetings.some(isDenied)) return 'negation'
    if (isOneMore) return 'negation'
  } else if (isOneMore && overlap >= JUST && !a.zone.isForLettingGo) return 'negation'
  else if (overlap >= SOME && a.isNeeded !== b.isNeeded) return 'negation'
  if (overlap >= SOME && sayReverse(a.sides, b.sides)) return 'reverse'
  if (areTurned(a.turns, b.turns)) return 'reverse'
  if (overlap >= ALL && nameOthers(a.actors, b.actors)) return 'actors'
  return areOfferAndAsk(a.zone, b.zone) ? 'offer' : undefined
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
      const key = bestKey(one, other)
      if (key === undefined) continue
      const meeting = met(one, other, key)
      const reverse = met(other, one, key)
      if (isBetter(meeting, there[left])) there[left] = meeting
      if (isBetter(reverse, back[right])) back[right] = reverse
    }
  }
  return { there: there.filter(isThere), back: back.filter(isThere) }
}

function isThere(meeting: Meeting | undefined): meeting is Meeting {
  return meeting !== undefined
}

function isBetter(one: Meeting, other: Meeting | undefined): boolean {
  return other === undefined || one.worth > other.worth
}

function met(one: WeighedTerm, other: WeighedTerm, key: string): Meeting {
  const [its, others] = [one.keys.get(key) ?? 0, other.keys.get(key) ?? 0]
  const sure = Math.min(Math.abs(its), Math.abs(others))
  const sign = one.sign * other.sign * Math.sign(its * others)
  return { one, other, sure, worth: (one.worths.get(key) ?? 0) * sure, sign }
}

/** The key by which two words meet best. */
function bestKey(one: WeighedTerm, other: WeighedTerm): string | undefined {
  let best: string | undefined
  let most = 0
  for (const [key, value] of one.keys) {
    const its = other.keys.get(key)
    if (its === undefined) continue
    const worth = Math.min(Math.abs(value), Math.abs(its)) * (one.worths.get(key) ?? 0)
    // Of equals always the same one, whoever is asked first.
    if (worth > most || (worth === most && worth > 0 && key < (best ?? ''))) {
      most = worth
      best = key
    }
  }
  return best
}

function worthOf(meetings: readonly Meeting[]): number {
  return meetings.reduce((sum, { worth }) => sum + worth, 0)
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

/** From 1, both say what they share, to -1, one denies all of it. */
function balanceOf(meetings: readonly Meeting[]): number {
  return share(
    meetings.reduce((sum, { sign, worth }) => sum + sign * worth, 0),
    worthOf(meetings),
  )
}

function isWell({ sure }: Meeting): boolean {
  return sure >= WELL
}

/** The very word that one asks for, the other does not want: 'niet autoluw'. */
function isDenied({ sure, sign }: Meeting): boolean {
  return sure >= SURELY && sign <= -1
}

function isSameWord({ one, other }: Meeting): boolean {
  for (const key of one.keys.keys()) if (key.startsWith('w') && other.keys.has(key)) return true
  return false
}
