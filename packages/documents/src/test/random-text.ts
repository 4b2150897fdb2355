import { below } from '@stip/primitives'
import type { Json, JsonObject, Random } from '@stip/primitives'
import * as Y from 'yjs'
import { textSchema, WORDS } from '../text/text-schema.ts'

/** The elements that can stand in a text; not its root. */
export const elements: readonly string[] = [...textSchema.keys()].filter((name) => name !== 'doc')

const wordsToUse = ['groen', 'een plein', '🙂', 'oude bomen', 'a']

/** Any nodes in any other, as only a client that is not ours would make them. */
export function anyNode(random: Random, depth: number): JsonObject {
  const kinds = [WORDS, WORDS, ...elements, 'blockquote']
  const type = kinds[below(random, kinds.length)] ?? WORDS
  if (type === WORDS) {
    return {
      type,
      text: wordsToUse[below(random, wordsToUse.length)] ?? 'a',
      ...(below(random, 4) === 0 && { marks: [anyMark(random)] }),
    }
  }
  const count = depth > 0 ? below(random, 4) : 0
  return {
    type,
    ...(below(random, 3) === 0 && { attrs: anyAttributes(random) }),
    ...(count > 0 && {
      content: Array.from({ length: count }, () => anyNode(random, depth - 1)),
    }),
  }
}

/** A text of any nodes. */
export function anyText(random: Random, depth = 5): JsonObject {
  const content = Array.from({ length: below(random, 5) }, () => anyNode(random, depth))
  return { type: 'doc', content }
}

/** Elements that may stand where they stand; some miss what they must have. */
export function almostAText(random: Random): JsonObject {
  return { type: 'doc', content: legalChildren(random, 'doc', 5) }
}

function legalChildren(random: Random, parent: string, depth: number): JsonObject[] {
  const holds = [...(textSchema.get(parent)?.holds ?? [])]
  if (holds.length === 0 || depth === 0) return []
  return Array.from({ length: below(random, 4) }, () => {
    const type = holds[below(random, holds.length)] ?? WORDS
    if (type === WORDS) return { type, text: wordsToUse[below(random, wordsToUse.length)] ?? 'a' }
    const content = legalChildren(random, type, depth - 1)
    return { type, ...(content.length > 0 && { content }) }
  })
}

function anyMark(random: Random): JsonObject {
  const type = ['bold', 'link', 'highlight', 'onbekend'][below(random, 4)] ?? 'bold'
  return below(random, 2) === 0 ? { type } : { type, attrs: anyAttributes(random) }
}

const values: readonly Json[] = [1, 7, -3, 0.5, 'auto', 'A', 'x'.repeat(30), null, true, {}]

function anyAttributes(random: Random): JsonObject {
  const names = ['dir', 'level', 'start', 'type', 'href', 'class', 'color', 'onclick']
  const name = names[below(random, names.length)] ?? 'dir'
  const address = below(random, 2) === 0 ? 'https://stip.example/a' : 'javascript:void 0'
  return { [name]: name === 'href' ? address : (values[below(random, values.length)] ?? null) }
}

/** Nodes as elements and words of the document, whatever they are. */
export function putInto(parent: Y.XmlFragment, nodes: readonly JsonObject[]): void {
  for (const node of nodes) {
    if (typeof node['text'] === 'string') {
      const words = new Y.XmlText()
      parent.insert(parent.length, [words])
      words.insert(0, node['text'])
      continue
    }
    const element = new Y.XmlElement(node['type'] as string)
    parent.insert(parent.length, [element])
    for (const [name, value] of Object.entries(node['attrs'] ?? {})) {
      if (value !== null) element.setAttribute(name, value as string)
    }
    putInto(element, contentOf(node))
  }
}

/** The letters of a text in their order, and its line breaks. */
export function lettersOf(node: JsonObject): string {
  if (typeof node['text'] === 'string') return node['text']
  const own = node['type'] === 'hardBreak' && contentOf(node).length === 0 ? '\n' : ''
  return (
    own +
    contentOf(node)
      .map((child) => lettersOf(child))
      .join('')
  )
}

function contentOf(node: JsonObject): readonly JsonObject[] {
  return Array.isArray(node['content']) ? (node['content'] as readonly JsonObject[]) : []
}
