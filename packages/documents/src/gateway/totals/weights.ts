import * as Y from 'yjs'
import { limits } from '../../schema/limits.ts'
import { inkPoints } from '../../schema/packed-ink.ts'

/** What one point of ink is as JSON, in bytes. */
const POINT = 24
/** A paragraph or a list item, and a mark, as JSON. */
const ELEMENT = 40
const MARK = 20
/** A number, a comma, quotes. */
const PART = 8

/** Fields of a fixed size: whoever moves, hides or brings back what is there makes no board heavier. */
const weightless: ReadonlySet<string> = new Set([
  'xy',
  'pi',
  'gone',
  'rotation',
  'isLocked',
  'opacity',
  'fromId',
  'toId',
])

/** Whether what stands under this key of a record never weighs anything. */
export function isWeightless(key: string | null): boolean {
  return key !== null && weightless.has(key)
}

/**
 * What a piece of a board weighs: about the bytes of it as JSON, ink unfolded.
 *
 * @param key - Under which key of a map it stands; null in a list or a text.
 * @param length - How much of it counts, in clock ticks: letters, for words.
 */
export function contentWeight(
  key: string | null,
  content: Y.Item['content'],
  length: number,
): number {
  if (isWeightless(key)) return 0
  if (content instanceof Y.ContentString) return length
  if (content instanceof Y.ContentAny) {
    let weight = 0
    for (const value of content.arr as readonly unknown[]) weight += valueWeight(value, key ?? '')
    return weight
  }
  if (content instanceof Y.ContentType) return ELEMENT
  return content instanceof Y.ContentFormat ? MARK : 0
}

/** Longest value of a prop that is a choice from a list rather than words. */
const CHOICE = 32

/** What a value weighs. Numbers, yes or no, and choices such as a colour weigh nothing. */
export function valueWeight(value: unknown, key: string): number {
  if (typeof value === 'string' && value.length <= CHOICE && key.startsWith('p.')) return 0
  if (typeof value === 'string') return value.length + inkPoints(key, value) * POINT
  return typeof value === 'object' && value !== null ? partsWeight(value, 0) : 0
}

function partsWeight(value: object, depth: number): number {
  // Deeper values are refused for that.
  if (depth > limits.depth) return 0
  let weight = PART
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) weight += partWeight(item, '', depth)
    return weight
  }
  for (const [name, item] of Object.entries(value)) {
    weight += name.length + partWeight(item, name, depth)
  }
  return weight
}

function partWeight(value: unknown, name: string, depth: number): number {
  return typeof value === 'object' && value !== null
    ? partsWeight(value, depth + 1)
    : PART + valueWeight(value, name)
}
