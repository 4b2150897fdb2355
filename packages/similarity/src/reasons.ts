import type { Features, Meeting, Veto } from './features.ts'

const MOST_WORDS = 3

const vetoes: Readonly<Record<Veto, string>> = {
  zones: 'tegenovergesteld vak',
  negation: 'ontkenning verschilt',
  reverse: 'omgekeerd woord',
  actors: 'iemand anders doet het',
  offer: 'de een biedt dit, de ander vraagt dit',
}

/** Why two notes are proposed, or why not, for people to read. */
export function reasonOf({ meetings, veto }: Features): string {
  if (veto !== undefined) return vetoes[veto]
  const sorted = meetings.toSorted((x, y) => y.worth - x.worth)
  const same = sorted.filter(({ one, other }) => sharesWord(one.keys, other.keys))
  const alike = sorted.filter((meeting) => !same.includes(meeting))
  const reasons = [
    ...(same.length > 0 ? [`zelfde woorden: ${listed(same.map(({ one }) => one.shown))}`] : []),
    ...(alike.length > 0 ? [`zelfde betekenis: ${listed(alike.map(bothWords))}`] : []),
  ]
  return reasons.length > 0 ? reasons.join('; ') : 'lijkt erop'
}

function listed(words: readonly string[]): string {
  return [...new Set(words)].slice(0, MOST_WORDS).join(', ')
}

function bothWords({ one, other }: Meeting): string {
  return `${one.shown} en ${other.shown}`
}

function sharesWord(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return [...one.keys()].some((key) => key.startsWith('w') && other.has(key))
}
