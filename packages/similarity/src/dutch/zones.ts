import { plain } from './words.ts'
import zones from './zones.json' with { type: 'json' }

/** What the name of a zone says about what lies in it. */
export interface Zone {
  readonly name: string | undefined
  /** Of each pair of opposing names the side that it is on. */
  readonly sides: readonly (number | undefined)[]
  /** Whether things are offered (0) or asked (1) in it. */
  readonly offering: number | undefined
  /** 'vergunning' and 'geen vergunning' both say that it may go. */
  readonly isForLettingGo: boolean
  /** 'antwoord' and 'geen antwoord' both complain of it. */
  readonly isForTrouble: boolean
}

export function zoneNamed(zone: string | undefined): Zone {
  const name = nameOf(zone ?? '')
  return {
    name: zone,
    sides: zones.opposing.map((sides) => sideOf(name, sides)),
    offering: sideOf(name, zones.offering),
    isForLettingGo: hasOneOf(name, zones.lettingGo),
    isForTrouble: hasOneOf(name, zones.trouble),
  }
}

/**
 * Whether the same words in these two zones say the reverse: 'los' and 'vast', 'Wat gaat goed' and
 * 'Wat gaat niet goed'. A zone is on the side of the longest words that it has of either side.
 */
export function areOpposing(one: Zone, other: Zone): boolean {
  return one.name !== other.name && one.sides.some((side, at) => areApart(side, other.sides[at]))
}

/** Whether what is offered in the one zone is asked in the other. */
export function areOfferAndAsk(one: Zone, other: Zone): boolean {
  return one.name !== other.name && areApart(one.offering, other.offering)
}

function areApart(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other
}

function nameOf(zone: string): string {
  return ` ${plain(zone.replace(/[-_]/g, ' '))
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()} `
}

function sideOf(zone: string, sides: readonly (readonly string[])[]): number | undefined {
  const lengths = sides.map((words) =>
    Math.max(0, ...words.filter((word) => isNamed(zone, word)).map((word) => word.length)),
  )
  const longest = Math.max(...lengths)
  return longest === 0 || lengths[0] === lengths[1] ? undefined : lengths.indexOf(longest)
}

/** Words that a zone has somewhere, or is, when they begin with '='. */
function isNamed(zone: string, words: string): boolean {
  return words.startsWith('=') ? zone === ` ${words.slice(1)} ` : zone.includes(` ${words} `)
}

function hasOneOf(name: string, words: readonly string[]): boolean {
  return words.some((word) => isNamed(name, word))
}
