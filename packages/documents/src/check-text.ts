import type { Json, JsonObject } from '@stip/primitives'
import { limits } from './limits.ts'

/** Elements of rich text that tldraw 3.15.6 can draw; one it does not know makes it throw. */
export const textElements: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'hardBreak',
])

/** Marks of rich text that tldraw 3.15.6 can draw. */
const textMarks: ReadonlySet<string> = new Set([
  'bold',
  'italic',
  'strike',
  'code',
  'link',
  'highlight',
])

/** Attributes that those elements have. */
const elementAttributes: ReadonlySet<string> = new Set(['dir', 'level', 'start', 'type'])

const attributesOfMarks: ReadonlySet<string> = new Set(['href', 'target', 'rel', 'class', 'color'])

/** Whether a link leads to the web or to a mailbox, and nowhere else. */
export function isSafeLink(link: unknown): boolean {
  if (typeof link !== 'string' || link.length > 2000) return false
  return URL.canParse(link) && ['http:', 'https:', 'mailto:'].includes(new URL(link).protocol)
}

/** Says what is wrong with the attributes of a mark; null ends a mark and is always right. */
export function problemWithMark(name: string, attributes: unknown): string | undefined {
  if (!textMarks.has(name)) return 'unknown-mark'
  if (attributes === null || attributes === true) return undefined
  if (!isNode(attributes)) return 'invalid-mark'
  for (const [key, value] of Object.entries(attributes)) {
    if (!attributesOfMarks.has(key)) return 'invalid-mark'
    if (value !== null && (typeof value !== 'string' || value.length > 2000)) return 'invalid-mark'
  }
  if (name === 'link' && !isSafeLink(attributes['href'])) return 'forbidden-link'
  return undefined
}

/** Says what is wrong with an attribute of an element. */
export function problemWithAttribute(name: string, value: unknown): string | undefined {
  if (!elementAttributes.has(name)) return 'invalid-attribute'
  const isShort = typeof value === 'string' && value.length <= 20
  const isSmall = Number.isInteger(value) && Math.abs(value as number) <= 1_000_000
  return isShort || isSmall || value === null ? undefined : 'invalid-attribute'
}

/** Says what keeps TipTap JSON from being a text of ours. */
export function problemWithRichText(value: Json | undefined): string | undefined {
  if (!isNode(value) || value['type'] !== 'doc') return 'invalid-text'
  const length = { left: limits.textLength }
  return problemInChildren(value, length, 0)
}

function problemInChildren(
  node: JsonObject,
  length: { left: number },
  depth: number,
): string | undefined {
  const content = node['content'] ?? []
  if (!Array.isArray(content)) return 'invalid-text'
  if (depth > limits.depth) return 'too-deep'
  for (const child of content as readonly Json[]) {
    const problem = isNode(child) ? problemInNode(child, length, depth) : 'invalid-text'
    if (problem !== undefined) return problem
  }
  return undefined
}

function problemInNode(
  node: JsonObject,
  length: { left: number },
  depth: number,
): string | undefined {
  if (node['type'] === 'text') return problemInWords(node, length)
  if (typeof node['type'] !== 'string' || !textElements.has(node['type'])) return 'unknown-element'
  for (const [name, value] of Object.entries(node['attrs'] ?? {})) {
    const problem = problemWithAttribute(name, value)
    if (problem !== undefined) return problem
  }
  return problemInChildren(node, length, depth + 1)
}

function problemInWords(node: JsonObject, length: { left: number }): string | undefined {
  const { text, marks = [] } = node
  if (typeof text !== 'string' || text === '' || !Array.isArray(marks)) return 'invalid-text'
  length.left -= text.length
  if (length.left < 0) return 'text-too-long'
  for (const mark of marks as readonly Json[]) {
    if (!isNode(mark) || typeof mark['type'] !== 'string') return 'invalid-mark'
    const problem = problemWithMark(mark['type'], mark['attrs'] ?? {})
    if (problem !== undefined) return problem
  }
  return undefined
}

function isNode(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
