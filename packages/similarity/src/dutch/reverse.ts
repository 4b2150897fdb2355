import antonyms from './antonyms.json' with { type: 'json' }
import { stem } from './stem.ts'
import { meaningOf } from './words.ts'

/** Word → the sides it is on: of 'meer' and 'minder' each is on one. */
const sides = new Map<string, ReadonlySet<string>>()
for (const [place, pair] of antonyms.entries()) {
  for (const [side, words] of pair.entries()) {
    for (const word of words.split(', ').map(stem)) {
      sides.set(word, new Set([...(sides.get(word) ?? []), `${place}${'ab'[side]}`]))
    }
  }
}

/** Who may do something in a municipality, on the side of people or of the town hall. */
const actors = new Map<string, 'people' | 'hall'>()
for (const word of `bewoner inwoner burger buurt wijk dorp buren straat vrijwilliger vereniging
  ondernemer ouders jongeren kern dorpsraad wijkraad`.split(/\s+/)) {
  actors.set(stem(word), 'people')
}
for (const word of `gemeente raad college wethouder ambtenaar ambtenaren burgemeester gemeenteraad
  bestuur bestuurder stadhuis gemeentehuis raadsleden raadslid politiek`.split(/\s+/)) {
  actors.set(stem(word), 'hall')
}

/** Nobody knows who that is, but it matters whether they come first or last. */
const ourselves = new Set(['wij', 'we', 'ons', 'onze'])

/**
 * The sides that the words of a note are on, and of a word that is denied the other one; a note that
 * has both sides of a pair is on neither.
 */
export function sidesOf(
  clauses: readonly (readonly string[])[],
  signs: readonly (readonly number[])[],
): ReadonlySet<string> {
  const all = new Set(
    clauses.flatMap((clause, at) =>
      clause.flatMap((word, place) => {
        const own = [...(sides.get(stem(word)) ?? [])]
        return (signs[at]?.[place] ?? 1) <= -1 ? own.map(otherSide) : own
      }),
    ),
  )
  return new Set([...all].filter((side) => !all.has(otherSide(side))))
}

/** Whether one note says 'meer' where the other says 'minder'. */
export function sayReverse(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((side) => other.has(otherSide(side)))
}

/** What comes first and what then, where a note says so: 'eerst vertrouwen, dan regels'. */
export function turnsOf(words: readonly string[]): readonly string[] {
  return words.includes('eerst') || words.includes('belangrijker')
    ? words.map(stem).filter(isWeighty)
    : []
}

/** Whether two notes name the same in another order. */
export function areTurned(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 1 && one.join() !== other.join() && sameNames(one, other)
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.toSorted().join() === other.toSorted().join()
}

function isWeighty(word: string): boolean {
  return meaningOf(word) > 0
}

/** Who is named, in order: 'de buurt betaalt, de gemeente voert uit' is not the other way around. */
export function actorsOf(words: readonly string[]): readonly string[] {
  return words
    .map((word) => (ourselves.has(word) ? 'wij' : stem(word)))
    .filter((word) => word === 'wij' || actors.has(word))
}

/** Whether the same are named in another order, or people in one and the town hall in the other. */
export function nameOthers(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return false
  if (sameNames(one, other)) return areTurned(one, other)
  const [left, right] = [one, other].map(
    (names) => new Set(names.flatMap((name) => actors.get(name) ?? [])),
  )
  return left?.size === 1 && right?.size === 1 && left.isDisjointFrom(right)
}

function otherSide(side: string): string {
  return side.endsWith('a') ? `${side.slice(0, -1)}b` : `${side.slice(0, -1)}a`
}
