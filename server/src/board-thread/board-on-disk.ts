import type { BoardId } from '@stip/primitives'
import * as Y from 'yjs'
import type { Head } from '../storage/log/chain.ts'
import type { openLogToRead } from '../storage/log/log-tables.ts'
import { readBoard } from '../storage/log/read-board.ts'
import { Rows } from '../storage/log/rows.ts'

/** The boards as a thread reads them. */
export type BoardsOnDisk = NonNullable<ReturnType<typeof openLogToRead>>

/** A board as it is on the disk. */
export function openBoard(
  database: BoardsOnDisk,
  boardId: BoardId,
): { readonly doc: Y.Doc; readonly head: Head } {
  const { entries, head } = readBoard(database, boardId)
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const { update } of entries) Y.applyUpdate(doc, update)
  })
  return { doc, head }
}

/** Tells whether a board is as it was. */
export function versionOf({ seq, hash }: Head): string {
  return `${seq} ${Buffer.from(hash).toString('base64')}`
}

/** The same without opening it; undefined when it has none that can be told. */
export function versionNow(database: BoardsOnDisk, boardId: BoardId): string | undefined {
  const head = new Rows(database).head(boardId)
  return typeof head === 'object' ? versionOf(head) : undefined
}
