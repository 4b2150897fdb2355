import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import * as Y from 'yjs'

const names = ['text-1', 'text-2', 'text-3']
const marks = ['bold', 'italic', 'link']

/** Puts texts on a board that has none, for people to write in together. */
export function prepareTexts(doc: Y.Doc): void {
  const texts = doc.getMap('texts')
  for (const name of names) {
    if (!texts.has(name)) texts.set(name, new Y.XmlText('een twee drie vier'))
  }
}

/**
 * Somebody writes, takes away, marks or unmarks: often at the same words as others, and often
 * where the text begins, because there Yjs tidies most.
 */
export function editTextAtRandom(doc: Y.Doc, random: Random, action: number): void {
  const text = doc.getMap('texts').get(names[below(random, names.length)] ?? '')
  if (!(text instanceof Y.XmlText)) return
  const at = below(random, 3) === 0 ? 0 : below(random, text.length + 1)
  const length = Math.min(1 + below(random, 6), text.length - at)
  const kind = below(random, 10)
  if (kind < 2) text.insert(at, `${action} `)
  else if (kind === 2) text.insert(at, `${action} `, markAtRandom(random))
  else if (length > 0 && kind < 5) text.delete(at, length)
  else if (length > 0) text.format(at, length, markAtRandom(random))
}

/** Everything that stands on a board, as people see it. */
export function seenOn(doc: Y.Doc): Record<string, unknown> {
  const texts = [...doc.getMap('texts')].map(([name, text]) => [
    name,
    text instanceof Y.XmlText ? text.toDelta() : text,
  ])
  return { notes: doc.getMap('notes').toJSON(), texts: Object.fromEntries(texts) }
}

function markAtRandom(random: Random): Record<string, unknown> {
  const mark = marks[below(random, marks.length)] ?? 'bold'
  if (below(random, 3) === 0) return { [mark]: null }
  return { [mark]: mark === 'link' ? { href: `https://example.nl/${below(random, 3)}` } : {} }
}
