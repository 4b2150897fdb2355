import { isXmlSafe, xmlSafeText } from '@stip/primitives'
import type { Json, JsonObject } from '@stip/primitives'
import { isRightMark, problemWithRichText } from './check-text.ts'
import { limits } from '../schema/limits.ts'
import { ROOT, textMarks, textSchema, WORDS } from './text-schema.ts'

/**
 * A text as the schema has it, with every letter that it had, in the same order, but for what no
 * XML may hold: rare line ends become line breaks, and what has no shape goes. A text that is
 * right is given back as it is. What is wrong with others came from two people at once (a list item
 * that lost its paragraph), from a file, or from a client that is not ours; everybody mends it in
 * the same way, because nothing but the text itself says how.
 */
export function mendedText(richText: Json): JsonObject {
  if (
    isObject(richText) &&
    problemWithRichText(richText, Infinity) === undefined &&
    hasSafeWords(richText)
  ) {
    return richText
  }
  const content = isObject(richText) ? blocksIn(childrenOf(richText), 0, 0) : []
  return { type: ROOT, content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/** Only of a text that is right, so that it is not nested without end. */
function hasSafeWords(node: JsonObject): boolean {
  const { text, content } = node
  if (typeof text === 'string') return isXmlSafe(text)
  if (!Array.isArray(content)) return true
  return (content as readonly Json[]).every((child) => !isObject(child) || hasSafeWords(child))
}

/** Where one is: how deep in what is made, and how deep in what is read. */
type Depth = readonly [made: number, read: number]

/** What is nested deeper than a text may be comes out as lines. From a list to its letters is three. */
function isTooDeep([made, read]: Depth): boolean {
  return made + 3 >= limits.depth || read > 2 * limits.depth
}

/** Any nodes as what may stand in the text itself or in an item. */
function blocksIn(nodes: readonly JsonObject[], ...depth: Depth): JsonObject[] {
  const blocks: JsonObject[] = []
  for (const group of grouped(nodes, (node) => roleOf(node))) {
    const [first] = group
    if (first === undefined) continue
    const role = roleOf(first)
    if (role === 'inline') blocks.push(...linesOf({ type: 'paragraph' }, group, depth))
    else if (role === 'item') blocks.push(...listOf({ type: 'bulletList' }, group, depth))
    else for (const node of group) blocks.push(...blocksOf(node, depth))
  }
  return blocks
}

function blocksOf(node: JsonObject, depth: Depth): JsonObject[] {
  const { type } = node
  if (type === 'paragraph' || type === 'heading') {
    return linesOf({ type, ...attributesOf(type, node['attrs']) }, childrenOf(node), depth)
  }
  if (type === 'bulletList' || type === 'orderedList') {
    return listOf({ type, ...attributesOf(type, node['attrs']) }, childrenOf(node), depth)
  }
  const [made, read] = depth
  // No element of ours: what stands in it stays.
  return read > 2 * limits.depth ? flat(node) : blocksIn(childrenOf(node), made, read + 1)
}

/** Words and what stands between them, as lines of one kind; blocks in between come out. */
function linesOf(kind: JsonObject, nodes: readonly JsonObject[], depth: Depth): JsonObject[] {
  if (nodes.length === 0) return [kind]
  const [made, read] = depth
  return [...grouped(nodes, (node) => (roleOf(node) === 'inline' ? 'inline' : 'block'))].flatMap(
    (group) => {
      if (group.some((node) => roleOf(node) !== 'inline')) {
        return read > 2 * limits.depth ? group.flatMap(flat) : blocksIn(group, made, read + 1)
      }
      const content = group.flatMap((node) => inlineOf(node))
      return content.length > 0 ? [{ ...kind, content }] : [kind]
    },
  )
}

function listOf(kind: JsonObject, nodes: readonly JsonObject[], depth: Depth): JsonObject[] {
  if (isTooDeep(depth)) return nodes.flatMap(flat)
  const [made, read] = depth
  const items = [...grouped(nodes, (node) => (roleOf(node) === 'item' ? node : 'loose'))].map(
    (group) => {
      const [first] = group
      const isItem = first !== undefined && roleOf(first) === 'item'
      return itemOf(blocksIn(isItem ? childrenOf(first) : group, made + 2, read + 1))
    },
  )
  return [{ ...kind, content: items.length > 0 ? items : [itemOf([])] }]
}

function itemOf(blocks: readonly JsonObject[]): JsonObject {
  const isWhole = blocks[0]?.['type'] === 'paragraph'
  return { type: 'listItem', content: isWhole ? blocks : [{ type: 'paragraph' }, ...blocks] }
}

/** The lines of whatever stands in a node, without its lists. */
function flat(node: JsonObject): JsonObject[] {
  const lines: JsonObject[] = []
  let line: JsonObject[] = []
  const endLine = (): void => {
    if (line.length > 0) lines.push({ type: 'paragraph', content: line })
    line = []
  }
  // What is still to be read, last first: what is nested without end would overflow the stack.
  const waiting: (JsonObject | 'end')[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === 'end') endLine()
    else if (roleOf(next) === 'inline') line.push(...inlineOf(next))
    else {
      endLine()
      waiting.push('end')
      for (const child of childrenOf(next).toReversed()) waiting.push(child)
    }
  }
  endLine()
  return lines
}

function inlineOf(node: JsonObject): JsonObject[] {
  const { text, marks } = node
  if (typeof text !== 'string') return [{ type: 'hardBreak' }]
  if (text === '') return []
  const right = marksOf(marks)
  const words = (line: string): JsonObject[] =>
    line === '' ? [] : [{ type: WORDS, ...(right.length > 0 && { marks: right }), text: line }]
  if (isXmlSafe(text)) return words(text)
  return xmlSafeText(text)
    .split('\n')
    .flatMap((line, place) => [...(place > 0 ? [{ type: 'hardBreak' }] : []), ...words(line)])
}

function marksOf(marks: Json | undefined): JsonObject[] {
  const kept = new Map<string, JsonObject>()
  for (const mark of Array.isArray(marks) ? marks.filter(isObject) : []) {
    const { type, attrs } = mark
    if (typeof type !== 'string' || kept.has(type)) continue
    const right = rightAttributes(textMarks.get(type), attrs)
    if (!isRightMark(type, right)) continue
    kept.set(type, Object.keys(right).length > 0 ? { type, attrs: right } : { type })
  }
  return [...kept.values()]
}

function attributesOf(element: string, attrs: Json | undefined): JsonObject {
  const right = rightAttributes(textSchema.get(element)?.attributes, attrs)
  return Object.keys(right).length > 0 ? { attrs: right } : {}
}

function rightAttributes(
  rules: ReturnType<typeof textMarks.get>,
  attrs: Json | undefined,
): JsonObject {
  if (!isObject(attrs)) return {}
  return Object.fromEntries(
    Object.entries(attrs).filter(([name, value]) => rules?.get(name)?.isRight(value)),
  )
}

type Role = 'inline' | 'item' | 'block'

/** A line break with something in it is no line break. */
function roleOf(node: JsonObject): Role {
  const { type, text } = node
  if (typeof text === 'string') return 'inline'
  if (type === 'listItem') return 'item'
  return type === 'hardBreak' && childrenOf(node).length === 0 ? 'inline' : 'block'
}

/** Nodes next to each other that are told to be the same. */
function* grouped(
  nodes: readonly JsonObject[],
  same: (node: JsonObject) => unknown,
): Generator<JsonObject[]> {
  let group: JsonObject[] = []
  let key: unknown
  for (const node of nodes) {
    if (group.length > 0 && same(node) !== key) {
      yield group
      group = []
    }
    key = same(node)
    group.push(node)
  }
  if (group.length > 0) yield group
}

function childrenOf(node: JsonObject): readonly JsonObject[] {
  const { content } = node
  return Array.isArray(content) ? (content as readonly Json[]).filter(isObject) : []
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
