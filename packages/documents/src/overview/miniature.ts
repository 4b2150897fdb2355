import { miniShapes } from '@stip/board'
import type { BoardRecord, MiniShape } from '@stip/board'
import type * as Y from 'yjs'
import { countKeyCards } from './count-key-cards.ts'
import { liveRecords } from '../record/live-records.ts'

/** A board as it is seen from far, as plain JSON: what stands where, and no word of what is on a note. */
export interface Miniature {
  readonly shapes: readonly MiniShape[]
  /** Its zones, as high as they became. */
  readonly zones: readonly BoardRecord[]
  /** Points that the group chose (hoofdpunten). */
  readonly keyCards: number
}

/** What a miniature of a board shows; takes as long as reading the board. */
export function miniatureOf(document: Y.Doc): Miniature {
  const records = liveRecords(document)
  return {
    shapes: miniShapes(records),
    zones: records.filter(({ type }) => type === 'zone'),
    keyCards: countKeyCards(document),
  }
}
