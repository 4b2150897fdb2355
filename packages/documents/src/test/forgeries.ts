import { fieldsOf } from '@stip/board'
import * as Y from 'yjs'
import { createRecord } from '../record/write-record.ts'
import { aDocument, aFrame, aNote, aZone, richText } from './records.ts'

/** The map of all records. */
export function records(document: Y.Doc): Y.Map<Y.Map<unknown>> {
  return document.getMap('records')
}

/** The map of one record; `a` unless another is named. */
export function record(document: Y.Doc, id = 'shape:a'): Y.Map<unknown> | undefined {
  return records(document).get(id)
}

/** The text of note `a`. */
export function text(document: Y.Doc): Y.XmlFragment {
  return record(document)?.get('t') as Y.XmlFragment
}

/** The first paragraph of note `a`. */
export function paragraph(document: Y.Doc): Y.XmlElement {
  return text(document).get(0) as Y.XmlElement
}

/** The words in that paragraph. */
export function words(document: Y.Doc): Y.XmlText {
  return paragraph(document).get(0) as Y.XmlText
}

/** A note as a plain map: with a text only when more than the usual fields is given. */
export function bare(document: Y.Doc, id: string, more: object = {}): void {
  const { t: _text, ...fields } = fieldsOf(aNote('n'))
  const map = new Y.Map<unknown>([['$', { typeName: 'shape', type: 'note', ...fields, ...more }]])
  if (Object.keys(more).length > 0) map.set('t', new Y.XmlFragment())
  records(document).set(id, map)
}

/** Adds empty paragraphs to note `a`. */
export function paragraphs(document: Y.Doc, count: number): void {
  text(document).insert(
    0,
    Array.from({ length: count }, () => new Y.XmlElement('paragraph')),
  )
}

/** Puts lists in lists. */
export function nest(parent: Y.XmlFragment, depth: number): void {
  const [list, item] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')]
  parent.insert(0, [list])
  list.insert(0, [item])
  if (depth > 0) nest(item, depth - 1)
}

/** A second change without the first. */
export function afterAGap(server: Y.Doc): Uint8Array {
  const document = aDocument(99)
  Y.applyUpdate(document, Y.encodeStateAsUpdate(server))
  record(document)?.set('xy', [1, 1])
  const first = Y.encodeStateVector(document)
  record(document)?.set('xy', [2, 2])
  return Y.encodeStateAsUpdate(document, first)
}

/** A change that leans on what somebody else wrote and never sent. */
export function waiting(server: Y.Doc): Uint8Array {
  const document = aDocument(98)
  Y.applyUpdate(document, Y.encodeStateAsUpdate(server))
  record(document)?.set('xy', [1, 1])
  const other = aDocument(99)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(document))
  record(other)?.set('xy', [2, 2])
  return Y.encodeStateAsUpdate(other, Y.encodeStateVector(document))
}

/** Client 3 stands on client 4, which stands on client 3. */
export function aCircle(): Uint8Array {
  const [hasOrigin, any, one] = [0x88, 1, [125, 1]]
  return Uint8Array.of(
    2,
    1,
    4,
    0,
    hasOrigin,
    3,
    0,
    any,
    ...one,
    1,
    3,
    0,
    hasOrigin,
    4,
    0,
    any,
    ...one,
    0,
  )
}

/** A server's board: a note with words, a frame, and a zone of a template that was changed since. */
export function aServer(): Y.Doc {
  const server = aDocument(7)
  createRecord(server, aNote('a', { props: { richText: richText('woorden') } }))
  createRecord(server, aFrame('f'))
  createRecord(server, aZone('z'), { isTemplate: true })
  record(server, 'shape:z')?.set('p.title', 'Anders')
  return server
}
