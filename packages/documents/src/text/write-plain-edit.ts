import type { JsonObject } from '@stip/primitives'
import * as Y from 'yjs'
import { completeText, fitOf } from './mend-fragment.ts'
import { childrenOf, richTextOf } from './rich-text.ts'
import type { TextEdit } from './text-edit.ts'
import { writeRichText } from './write-rich-text.ts'

/**
 * Types plain words in a rich text, as in a plain field: places count as in its plain words.
 * Letters next to it, and what others type in them, stay as they are, marks included.
 */
export function writePlainEdit(fragment: Y.XmlFragment, edit: TextEdit): void {
  if (edit.removed === 0 && edit.added === '') return
  const fit = fitOf(fragment)
  // Places count as in the text that one reads, which is complete.
  if (fit === 'incomplete') completeText(fragment)
  if (fit !== 'foreign' && typedInOneText(fragment, edit)) return
  writeRichText(fragment, withEdit(richTextOf(fragment), edit))
}

/** Most typing happens inside one stretch of text, and then nothing else is touched. */
function typedInOneText(fragment: Y.XmlFragment, { at, removed, added }: TextEdit): boolean {
  if (added.includes('\n')) return false
  let start = 0
  for (const block of blocksIn(fragment)) {
    const children = block.toArray()
    if (children.length === 0 && start === at && removed === 0) {
      const text = new Y.XmlText()
      block.insert(0, [text])
      text.insert(0, added)
      return true
    }
    for (const child of children) {
      const length = child instanceof Y.XmlText ? child.length : 1
      if (child instanceof Y.XmlText && start <= at && at + removed <= start + length) {
        if (removed > 0) child.delete(at - start, removed)
        if (added !== '') child.insert(at - start, added)
        return true
      }
      start += length
    }
    start++
  }
  return false
}

/** Paragraphs and headings, whatever list they stand in. */
function blocksIn(parent: Y.XmlFragment | Y.XmlElement): Y.XmlElement[] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    return isBlock(child.nodeName) ? [child] : blocksIn(child)
  })
}

interface Placed {
  readonly block: JsonObject
  readonly start: number
  readonly length: number
}

/** Joins and splits paragraphs where lines are taken away or added. */
function withEdit(richText: JsonObject, { at, removed, added }: TextEdit): JsonObject {
  const blocks = placedBlocks(richText)
  const first = blocks.findLast(({ start }) => start <= at)
  const last = blocks.findLast(({ start }) => start <= at + removed)
  if (first === undefined || last === undefined) return richText
  const head = cut(first.block, 0, at - first.start)
  const tail = cut(last.block, at + removed - last.start, last.length)
  const lines = added.split('\n').map((line) => (line === '' ? [] : [{ type: 'text', text: line }]))
  const contents = lines.map((line, index) => [
    ...(index === 0 ? head : []),
    ...line,
    ...(index === lines.length - 1 ? tail : []),
  ])
  const written = contents.map((content, index) => {
    const { content: _content, ...kind } = index === 0 ? first.block : { type: 'paragraph' }
    return content.length > 0 ? { ...kind, content } : kind
  })
  const from = blocks.indexOf(first)
  const gone = new Set(blocks.slice(from + 1, blocks.indexOf(last) + 1).map(({ block }) => block))
  return replaced(richText, first.block, written, gone)
}

function placedBlocks(richText: JsonObject): readonly Placed[] {
  const found: Placed[] = []
  let start = 0
  const visit = (node: JsonObject): void => {
    if (!isBlock(node['type'])) {
      for (const child of childrenOf(node)) visit(child)
      return
    }
    const length = childrenOf(node).reduce((sum, child) => sum + lengthOf(child), 0)
    found.push({ block: node, start, length })
    start += length + 1
  }
  visit(richText)
  return found
}

/** Part of the words of a paragraph, with their marks. */
function cut(block: JsonObject, from: number, to: number): JsonObject[] {
  const parts: JsonObject[] = []
  let start = 0
  for (const child of childrenOf(block)) {
    const end = start + lengthOf(child)
    const text = child['text']
    if (typeof text === 'string') {
      const piece = text.slice(Math.max(0, from - start), Math.max(0, to - start))
      if (piece !== '') parts.push({ ...child, text: piece })
    } else if (start >= from && end <= to) parts.push(child)
    start = end
  }
  return parts
}

function replaced(
  node: JsonObject,
  block: JsonObject,
  written: readonly JsonObject[],
  gone: ReadonlySet<JsonObject>,
): JsonObject {
  if (isBlock(node['type'])) return node
  const content = childrenOf(node).flatMap((child) => {
    if (child === block) return written
    if (gone.has(child)) return []
    const inner = replaced(child, block, written, gone)
    // A list whose last item was joined to what stands before it is no list any more.
    return inner !== child && childrenOf(inner).length === 0 ? [] : [inner]
  })
  return { ...node, content }
}

function isBlock(name: unknown): boolean {
  return name === 'paragraph' || name === 'heading'
}

function lengthOf(child: JsonObject): number {
  return typeof child['text'] === 'string' ? child['text'].length : 1
}
