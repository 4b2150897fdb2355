import type { BoardRecord } from '@stip/board'
import { xmlSafeText } from '@stip/primitives'
import type { Json, JsonObject } from '@stip/primitives'
import { limits } from '../schema/limits.ts'

/** Whether a text is cut off on its way to a board. */
export function isTooLong(text: string): boolean {
  return text.length > limits.typedTextLength
}

/**
 * Words from a file as a board may hold them. Every word that a file brings passes here, so this is
 * the one place for what words may not contain: other line ends, halves of a character, what
 * XML forbids, and more than a person could have typed.
 */
export function importedWords(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n')
  const cut = isTooLong(plain) ? plain.slice(0, limits.typedTextLength) : plain
  return xmlSafeText(cut)
}

/** Fields of a record that hold words one can read. */
const wordFields = new Set(['text', 'name', 'altText', 'title', 'question', 'label'])

/** A record from a file with all its words as `importedWords` gives them. */
export function withImportedWords(record: BoardRecord): BoardRecord {
  const props = Object.fromEntries(
    Object.entries(record.props).map(([key, value]) => {
      if (key === 'richText') return [key, inRichText(value, 0)]
      return [key, typeof value === 'string' && wordFields.has(key) ? importedWords(value) : value]
    }),
  )
  return { ...record, props }
}

/** Deeper than this the check of a text refuses it anyway. */
const DEEPEST = 50

function inRichText(value: Json, depth: number): Json {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value
  if (Array.isArray(value)) return (value as readonly Json[]).map((each) => inRichText(each, depth))
  const node = value as JsonObject
  return {
    ...node,
    ...(typeof node['text'] === 'string' && { text: importedWords(node['text']) }),
    ...(Array.isArray(node['content']) && { content: inRichText(node['content'], depth + 1) }),
  }
}
