export { plainTextOf } from '@stip/board'
import type { Json, JsonObject } from '@stip/primitives'
import * as Y from 'yjs'
import { mendedText } from './mend-text.ts'
import { ROOT } from './text-schema.ts'

/** One empty paragraph: what every text starts as, so that two first typists share it. */
export const EMPTY_RICH_TEXT: JsonObject = { type: 'doc', content: [{ type: 'paragraph' }] }

/**
 * Reads a fragment as TipTap JSON, in the conventions of y-prosemirror, mended where it is no text
 * of ours: see {@link mendedText}.
 */
export function richTextOf(fragment: Y.XmlFragment): JsonObject {
  const content = contentOf(fragment)
  return mendedText({ type: ROOT, content: content.length > 0 ? content : [{ type: 'paragraph' }] })
}

/** The children of a node of TipTap JSON; what is not a node is left out. */
export function childrenOf(node: JsonObject): readonly JsonObject[] {
  const content = node['content']
  return Array.isArray(content) ? content.filter(isNode) : []
}

/** A stretch of text with the same marks; attributes are keyed by the name of the mark. */
export interface TextRun {
  readonly text: string
  readonly attributes: JsonObject
}

/** The runs of a text as they stand in the document. */
export function runsOf(text: Y.XmlText): TextRun[] {
  const runs: TextRun[] = []
  for (const part of text.toDelta() as { insert?: unknown; attributes?: JsonObject }[]) {
    if (typeof part.insert === 'string' && part.insert !== '') {
      runs.push({ text: part.insert, attributes: part.attributes ?? {} })
    }
  }
  return runs
}

function contentOf(parent: Y.XmlFragment | Y.XmlElement): JsonObject[] {
  const content: JsonObject[] = []
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) content.push(...runsOf(child).map(textNode))
    else if (child instanceof Y.XmlElement) content.push(elementNode(child))
  }
  return content
}

function elementNode(element: Y.XmlElement): JsonObject {
  const attrs = element.getAttributes() as JsonObject
  const content = contentOf(element)
  const type = element.nodeName
  // Nearly all are paragraphs of which there is nothing to tell but their words.
  if (isEmpty(attrs)) return content.length > 0 ? { type, content } : { type }
  return { type, attrs: sorted(attrs), ...(content.length > 0 && { content }) }
}

function textNode({ text, attributes }: TextRun): JsonObject {
  if (isEmpty(attributes)) return { type: 'text', text }
  const marks = Object.entries(sorted(attributes)).map(([type, attrs]) =>
    isNode(attrs) && Object.keys(attrs).length > 0 ? { type, attrs } : { type },
  )
  return { type: 'text', marks, text }
}

function isEmpty(object: JsonObject): boolean {
  return Object.keys(object).length === 0
}

/** In a fixed order: the order in the document depends on its history, which clients do not share. */
function sorted(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}

function isNode(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
