import { sameJson } from '@stip/primitives'
import type { Json, JsonObject } from '@stip/primitives'
import * as Y from 'yjs'
import { mendedText } from './mend-text.ts'
import { childrenOf, EMPTY_RICH_TEXT, richTextOf, runsOf } from './rich-text.ts'
import type { TextRun } from './rich-text.ts'
import { writeRuns } from './write-text-runs.ts'

/** What stands in a node of the document: elements, and stretches of text between them. */
type Part = JsonObject | readonly TextRun[]

/**
 * Makes a fragment hold this TipTap JSON and leaves alone what already does: paragraphs that stay
 * keep their identity, and inside a text only the characters that differ are written.
 */
export function writeRichText(fragment: Y.XmlFragment, richText: Json): void {
  const wanted = mendedText(richText)
  const target = childrenOf(wanted).length > 0 ? wanted : EMPTY_RICH_TEXT
  if (fragment.doc !== null && fragment.length > 0 && sameJson(richTextOf(fragment), target)) return
  writeChildren(fragment, partsOf(target))
}

function writeChildren(parent: Y.XmlFragment | Y.XmlElement, wanted: readonly Part[]): void {
  const present = parent
    .toArray()
    .filter((child) => child instanceof Y.XmlElement || child instanceof Y.XmlText)
  let start = 0
  while (start < Math.min(present.length, wanted.length)) {
    const [child, part] = [present[start], wanted[start]]
    if (child === undefined || part === undefined || !holds(child, part)) break
    start++
  }
  let end = 0
  while (end < Math.min(present.length, wanted.length) - start) {
    const [child, part] = [present.at(-1 - end), wanted.at(-1 - end)]
    if (child === undefined || part === undefined || !holds(child, part)) break
    end++
  }
  replaceMiddle(
    parent,
    present.slice(start, present.length - end),
    wanted.slice(start, wanted.length - end),
    start,
  )
}

/** Rewrites children from `start` on: pairs of the same kind are worked into, the rest is swapped. */
function replaceMiddle(
  parent: Y.XmlFragment | Y.XmlElement,
  present: readonly (Y.XmlElement | Y.XmlText)[],
  wanted: readonly Part[],
  start: number,
): void {
  let paired = 0
  while (paired < Math.min(present.length, wanted.length)) {
    const [child, part] = [present[paired], wanted[paired]]
    if (child === undefined || part === undefined || !rewrite(child, part)) break
    paired++
  }
  const surplus = present.length - paired
  if (surplus > 0) parent.delete(start + paired, surplus)
  for (const [offset, part] of wanted.slice(paired).entries()) {
    insert(parent, start + paired + offset, part)
  }
}

/** Whether the child could be turned into the part while staying who it is. */
function rewrite(child: Y.XmlElement | Y.XmlText, part: Part): boolean {
  if (child instanceof Y.XmlText) {
    if (!isRuns(part)) return false
    writeRuns(child, part)
    return true
  }
  if (isRuns(part) || child.nodeName !== part['type']) return false
  writeAttributes(child, attributesOf(part))
  writeChildren(child, partsOf(part))
  return true
}

function insert(parent: Y.XmlFragment | Y.XmlElement, index: number, part: Part): void {
  if (isRuns(part)) {
    const text = new Y.XmlText()
    parent.insert(index, [text])
    writeRuns(text, part)
    return
  }
  const element = new Y.XmlElement(nameOf(part))
  parent.insert(index, [element])
  writeAttributes(element, attributesOf(part))
  writeChildren(element, partsOf(part))
}

function holds(child: Y.XmlElement | Y.XmlText, part: Part): boolean {
  if (child instanceof Y.XmlText) {
    return isRuns(part) && sameJson(runsOf(child) as unknown as Json, part as unknown as Json)
  }
  if (isRuns(part) || child.nodeName !== part['type']) return false
  if (!sameJson(child.getAttributes() as JsonObject, attributesOf(part))) return false
  const [present, wanted] = [child.toArray(), partsOf(part)]
  return (
    present.length === wanted.length &&
    wanted.every((inner, index) => {
      const grandchild = present[index]
      const isKnown = grandchild instanceof Y.XmlElement || grandchild instanceof Y.XmlText
      return isKnown && holds(grandchild, inner)
    })
  )
}

function writeAttributes(element: Y.XmlElement, wanted: JsonObject): void {
  const present = element.getAttributes() as JsonObject
  for (const [name, value] of Object.entries(wanted)) {
    // Yjs types attributes as strings; y-prosemirror writes the value as it is, and so do we.
    if (!sameJson(present[name], value)) element.setAttribute(name, value as string)
  }
  for (const name of Object.keys(present)) {
    if (wanted[name] === undefined) element.removeAttribute(name)
  }
}

/** Attributes that say something: y-prosemirror does not store an attribute that is null. */
function attributesOf(node: JsonObject): JsonObject {
  const attrs = node['attrs']
  if (!isNode(attrs)) return {}
  return Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== null))
}

/** Children as the document keeps them: text nodes that follow each other are one text. */
function partsOf(node: JsonObject): Part[] {
  const parts: Part[] = []
  let runs: TextRun[] | undefined
  for (const child of childrenOf(node)) {
    if (child['type'] !== 'text') {
      runs = undefined
      parts.push(child)
    } else if (typeof child['text'] === 'string' && child['text'] !== '') {
      if (runs === undefined) parts.push((runs = []))
      addRun(runs, { text: child['text'], attributes: marksOf(child) })
    }
  }
  return parts
}

function addRun(runs: TextRun[], run: TextRun): void {
  const last = runs.at(-1)
  if (last !== undefined && sameJson(last.attributes, run.attributes)) {
    runs[runs.length - 1] = { text: last.text + run.text, attributes: last.attributes }
  } else runs.push(run)
}

function marksOf(node: JsonObject): JsonObject {
  const marks = Array.isArray(node['marks']) ? node['marks'].filter(isNode) : []
  return Object.fromEntries(marks.map((mark) => [nameOf(mark), mark['attrs'] ?? {}]))
}

function nameOf(node: JsonObject): string {
  return typeof node['type'] === 'string' ? node['type'] : 'paragraph'
}

function isRuns(part: Part): part is readonly TextRun[] {
  return Array.isArray(part)
}

function isNode(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
