import { compare } from '../collection.ts'
import type { Entry } from '../collection.ts'
import topicNames from './topic-names.json' with { type: 'json' }

const MOST_WORDS = 3
/** Words behind the name of a subject. */
const FEW_WORDS = 2
/** A subject that this share of a group is about is what the group is about. */
const MOSTLY = 0.5

const names = new Map(Object.entries(topicNames))

type Counts = ReadonlyMap<string, { readonly count: number; readonly shown: string }>

/** What is counted over all notes, so that a group is named after what sets it apart. */
export interface Everywhere {
  readonly words: Counts
  readonly topics: ReadonlyMap<string, number>
  readonly total: number
}

export function everywhereIn(entries: readonly Entry[]): Everywhere {
  return { words: countsOf(entries), topics: topicsOf(entries), total: entries.length }
}

/**
 * The subject that a group has and the other notes have not, with the words that say so; without such
 * a subject the words alone. People make it better.
 */
export function nameOf(members: readonly Entry[], everywhere: Everywhere): string {
  const topic = topicOf(members, everywhere)
  const words = wordsOf(members, everywhere).slice(0, topic === undefined ? MOST_WORDS : FEW_WORDS)
  if (topic === undefined) return words.length > 0 ? capital(words.join(', ')) : 'Overig'
  return words.length > 0 ? `${topic}: ${words.join(', ')}` : topic
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function topicOf(members: readonly Entry[], { topics, total }: Everywhere): string | undefined {
  if (members.length < 2) return undefined
  const [best] = [...topicsOf(members)]
    .filter(([topic, count]) => names.has(topic) && count >= members.length * MOSTLY)
    .map(([topic, count]) => ({
      topic,
      says: count * Math.log(1 + total / (topics.get(topic) ?? 1)),
    }))
    .toSorted((a, b) => b.says - a.says || compare(a.topic, b.topic))
  return names.get(best?.topic ?? '')
}

function topicsOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { terms } of entries) {
    const own = new Set(
      terms.flatMap(({ keys }) =>
        [...keys.keys()].filter((key) => key.startsWith('t')).map((key) => key.slice(1)),
      ),
    )
    for (const topic of own) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  }
  return counts
}

function wordsOf(members: readonly Entry[], { words, total }: Everywhere): readonly string[] {
  return [...countsOf(members)]
    .map(([key, { count, shown }]) => ({
      shown,
      says: count * Math.log(1 + total / (words.get(key)?.count ?? 1)),
    }))
    .toSorted((a, b) => b.says - a.says || compare(a.shown, b.shown))
    .map(({ shown }) => shown)
}

/** How many notes have a word, and how the first of them wrote it. */
function countsOf(entries: readonly Entry[]): Counts {
  const counts = new Map<string, { count: number; shown: string }>()
  for (const { terms } of entries) {
    const seen = new Set<string>()
    for (const { keys, shown, weight } of terms) {
      const [key] = keys.keys()
      if (key === undefined || weight < 1 || seen.has(key)) continue
      seen.add(key)
      const count = counts.get(key)
      if (count === undefined) counts.set(key, { count: 1, shown })
      else count.count++
    }
  }
  return counts
}
