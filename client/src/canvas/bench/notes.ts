import type { BoardRecord } from '@stip/board'
import { createRecord, EMPTY_RICH_TEXT } from '@stip/documents'
import { getIndices } from 'tldraw'
import * as Y from 'yjs'

const WORDS = 'meer bomen een plein met water en banken waar iedereen kan zitten'.split(' ')
const STEP = 240

/** A note of the board that is measured; notes lie side by side in rows. */
export interface BenchNote {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly index: string
  readonly text: string
}

/** So many notes, in a field as wide as it is high on a screen. */
function benchNotes(count: number): readonly BenchNote[] {
  const columns = Math.ceil(Math.sqrt(count * 1.6))
  return getIndices(count - 1).map((index, number) => ({
    id: `shape:n${number}`,
    x: (number % columns) * STEP,
    y: Math.floor(number / columns) * STEP,
    index,
    text: [0, 3, 7, 4].map((skip) => WORDS[(number + skip) % WORDS.length]).join(' '),
  }))
}

/** A note as a record of tldraw and of a board alike. */
export function recordOf({ id, x, y, index, text }: BenchNote): BoardRecord {
  const content = [{ type: 'paragraph', content: [{ type: 'text', text }] }]
  return {
    id,
    typeName: 'shape',
    type: 'note',
    x,
    y,
    rotation: 0,
    index,
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      color: 'yellow',
      richText: text === '' ? EMPTY_RICH_TEXT : { type: 'doc', content },
      size: 'm',
      font: 'sans',
      align: 'middle',
      verticalAlign: 'middle',
      labelColor: 'black',
      growY: 0,
      fontSizeAdjustment: 0,
      url: '',
      scale: 1,
    },
  }
}

/** A board with so many notes, fresh from whoever made them. */
export function benchDocument(count: number): Y.Doc {
  const document = new Y.Doc()
  document.transact(() => {
    for (const note of benchNotes(count)) createRecord(document, recordOf(note))
  })
  return document
}
