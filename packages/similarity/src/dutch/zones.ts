import { plain } from './words.ts'
import zones from './zones.json' with { type: 'json' }

/**
 * Whether the same words in these two zones say the reverse: 'los' and 'vast', 'Wat gaat goed' and
 * 'Wat gaat niet goed'. A zone is on the side of the longest words that it has of either side.
 */
export function areOpposing(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return false
  const [left, right] = [nameOf(one), nameOf(other)]
  return zones.opposing.some((sides) => areApart(left, right, sides))
}

/** Whether what is offered in the one zone is asked in the other. */
export function areOfferAndAsk(one: string | undefined, other: string | undefined): boolean {
  return one !== other && areApart(nameOf(one ?? ''), nameOf(other ?? ''), zones.offering)
}

function areApart(left: string, right: string, sides: readonly (readonly string[])[]): boolean {
  const [a, b] = [sideOf(left, sides), sideOf(right, sides)]
  return a !== undefined && b !== undefined && a !== b
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

/** What lies in a zone for letting go: 'vergunning' and 'geen vergunning' both say that it may go. */
export function isForLettingGo(zone: string | undefined): boolean {
  return hasOneOf(zone, zones.lettingGo)
}

/** What lies in a zone for what is wrong: 'antwoord' and 'geen antwoord' both complain of it. */
export function isForTrouble(zone: string | undefined): boolean {
  return hasOneOf(zone, zones.trouble)
}

function hasOneOf(zone: string | undefined, words: readonly string[]): boolean {
  const name = nameOf(zone ?? '')
  return words.some((word) => isNamed(name, word))
}
