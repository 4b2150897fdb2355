import type { Json, JsonObject } from '@stip/primitives'
import { limits } from '../schema/limits.ts'
import { isSafeLink, ROOT, textMarks, textSchema, WORDS } from './text-schema.ts'

/** Whether an element or a stretch of words may stand in an element, whatever else stands there. */
export function mayHold(parent: string, child: string): boolean {
  return textSchema.get(parent)?.holds.has(child) === true
}

/** Says what is wrong with the attributes of a mark in an update; null ends a mark and is always right. */
export function problemWithMark(name: string, attributes: unknown): string | undefined {
  const rules = textMarks.get(name)
  if (rules === undefined) return 'unknown-mark'
  if (attributes === null || attributes === true) return undefined
  if (!isNode(attributes)) return 'invalid-mark'
  // A link without an address is no link.
  if (name === 'link' && !isSafeLink(attributes['href'])) return 'forbidden-link'
  for (const [key, value] of Object.entries(attributes)) {
    if (rules.get(key)?.mayCome(value) !== true) return 'invalid-mark'
  }
  return undefined
}

/** Says what is wrong with an attribute of an element in an update. */
export function problemWithAttribute(
  element: string,
  name: string,
  value: unknown,
): string | undefined {
  const rule = textSchema.get(element)?.attributes.get(name)
  return rule?.mayCome(value) === true ? undefined : 'invalid-attribute'
}

/**
 * Says what keeps TipTap JSON from being a text of ours: each of its parts, and where they stand.
 *
 * @param longest - Most letters that it may have.
 */
export function problemWithRichText(
  value: Json | undefined,
  longest: number = limits.textLength,
): string | undefined {
  if (!isNode(value) || value['type'] !== ROOT) return 'invalid-text'
  return problemInNode(value, ROOT, { left: longest }, 0)
}

interface Length {
  left: number
}

function problemInNode(
  node: JsonObject,
  name: string,
  length: Length,
  depth: number,
): string | undefined {
  const content = node['content'] ?? []
  if (!Array.isArray(content)) return 'invalid-text'
  if (depth >= limits.depth && content.length > 0) return 'too-deep'
  const kind = textSchema.get(name)
  if (kind === undefined) return 'unknown-element'
  const problem = problemWithAttributes(name, node['attrs'])
  if (problem !== undefined) return problem
  if (kind.filling !== undefined && content.length === 0) return 'incomplete-text'
  for (const [place, child] of (content as readonly Json[]).entries()) {
    const wrong = isNode(child) ? problemInChild(child, name, place, length, depth) : 'invalid-text'
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function problemInChild(
  child: JsonObject,
  parent: string,
  place: number,
  length: Length,
  depth: number,
): string | undefined {
  const { type } = child
  if (typeof type !== 'string') return 'invalid-text'
  if (type !== WORDS && !textSchema.has(type)) return 'unknown-element'
  if (!mayHold(parent, type)) return 'misplaced-element'
  const first = place === 0 ? textSchema.get(parent)?.beginsWith : undefined
  if (first !== undefined && type !== first) return 'incomplete-text'
  return type === WORDS
    ? problemInWords(child, length)
    : problemInNode(child, type, length, depth + 1)
}

function problemWithAttributes(element: string, attrs: Json | undefined): string | undefined {
  if (attrs === undefined) return undefined
  if (!isNode(attrs)) return 'invalid-attribute'
  const rules = textSchema.get(element)?.attributes
  const isRight = Object.entries(attrs).every(([key, value]) => rules?.get(key)?.isRight(value))
  return isRight ? undefined : 'invalid-attribute'
}

function problemInWords(node: JsonObject, length: Length): string | undefined {
  const { text, marks = [] } = node
  if (typeof text !== 'string' || text === '' || !Array.isArray(marks)) return 'invalid-text'
  length.left -= text.length
  if (length.left < 0) return 'text-too-long'
  for (const mark of marks as readonly Json[]) {
    if (!isNode(mark) || typeof mark['type'] !== 'string') return 'invalid-mark'
    const problem = problemWithMark(mark['type'], mark['attrs'] ?? {})
    if (problem !== undefined) return problem
    if (!isRightMark(mark['type'], mark['attrs'])) return 'invalid-mark'
  }
  return undefined
}

/** Whether a mark says only what a text may say. */
export function isRightMark(name: string, attrs: Json | undefined): boolean {
  const rules = textMarks.get(name)
  if (rules === undefined) return false
  if (name === 'link' && !(isNode(attrs) && isSafeLink(attrs['href']))) return false
  if (attrs === undefined) return true
  return (
    isNode(attrs) && Object.entries(attrs).every(([key, value]) => rules.get(key)?.isRight(value))
  )
}

function isNode(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
