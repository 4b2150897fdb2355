import { sameJson } from '@stip/primitives'
import type { Json } from '@stip/primitives'
import { fieldsOf } from '../fields.ts'
import { memory, sameValue } from '../merge/merge-memory.ts'
import type { Fields, StoredRecord } from '../record.ts'

/** Whose words are to stand: those of the vision, or those of the group. */
export type WordsChoice = 'ours' | 'theirs'

/** What a merge remembers of words that the vision and a group both changed. Plain data, in the memory of the copy. */
export interface WordsMemory {
  /** What both had last. */
  readonly agreed: Json
  /** What people chose; undefined while they did not. */
  readonly chosen?:
    | {
        readonly choice: WordsChoice
        /** The words of the group that it was about: other words are a new question. */
        readonly source: Json
        /** What the vision had. */
        readonly was: Json
      }
    | undefined
}

/** What is remembered of the words of a copy. */
export function wordsMemoryOf(base: Fields | undefined): WordsMemory | undefined {
  const words = base?.[memory.words]
  return typeof words === 'object' && words !== null && 'agreed' in words
    ? (words as unknown as WordsMemory)
    : undefined
}

/** A memory with this of the words in it. */
export function withWords(base: Fields, words: WordsMemory | undefined): Fields {
  const rest = withoutWords(base)
  return words === undefined ? rest : { ...rest, [memory.words]: words as unknown as Json }
}

/** A memory without what it says of words. */
export function withoutWords(base: Fields | undefined): Fields {
  const { [memory.words]: _words, ...rest } = base ?? {}
  return rest
}

/**
 * The memory of a copy as the middle of a three-way comparison: words that nobody chose of are compared
 * with what both had last, for as long as the vision did not take those of the group itself.
 */
export function agreedBefore({ record, base }: StoredRecord): Fields | undefined {
  const words = wordsMemoryOf(base)
  if (base === undefined || words === undefined || words.chosen !== undefined) return base
  const isTaken = sameValue(fieldsOf(record)['t'], base['t'])
  return isTaken ? base : { ...base, t: words.agreed }
}

/** What is remembered of the words of a copy once its source is this. */
export function wordsAfter(
  copy: StoredRecord,
  source: Fields,
  conflicts: readonly { readonly key: string }[],
): WordsMemory | undefined {
  const words = wordsMemoryOf(copy.base)
  if (words?.chosen !== undefined && sameValue(words.chosen.source, source['t'])) return words
  if (sameJson(withoutWords(copy.base), source)) return words
  if (conflicts.every(({ key }) => key !== 't')) return undefined
  return { agreed: agreedBefore(copy)?.['t'] ?? null }
}

/** A memory with what people chose since, as another one has it. */
export function withChosen(base: Fields, since: Fields | undefined): Fields {
  const words = wordsMemoryOf(since)
  return words?.chosen === undefined ? base : withWords(base, words)
}
