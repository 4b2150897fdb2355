import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { BoardId } from '@stip/primitives'

/** One row of a board's log. */
export interface Row {
  /** Counts up from 1 per board. */
  readonly seq: number
  readonly author: string
  readonly bytes: Uint8Array
  /** The hash of the row before it, so that rows cannot be left out, moved or exchanged. */
  readonly previous: Uint8Array
}

/** A row as it was found, with the checksum that was stored beside it. */
export interface StoredRow extends Row {
  readonly crc: number
}

/** The last row of a board: how many there were, and the hash of all of them. */
export interface Head {
  readonly seq: number
  readonly hash: Uint8Array
}

/** The head of a board without rows. */
export const beginning: Head = { seq: 0, hash: new Uint8Array(16) }

/** What a row has to carry as checksum. */
export function checksumOf(boardId: BoardId, { seq, author, bytes, previous }: Row): number {
  return crc32(previous, crc32(bytes, crc32(JSON.stringify([boardId, seq, author]))))
}

/** The head of a board once this is its last row. */
export function headAfter({ seq, author, bytes, previous }: Row): Head {
  const hash = createHash('sha256').update(previous).update(JSON.stringify(author)).update(bytes)
  return { seq, hash: hash.digest().subarray(0, 16) }
}

/** Whether a row is as it was written, and comes right after `head`. */
export function follows(boardId: BoardId, row: StoredRow, head: Head): boolean {
  return row.seq === head.seq + 1 && sameBytes(row.previous, head.hash) && isIntact(boardId, row)
}

/** Whether a row is as it was written. */
export function isIntact(boardId: BoardId, row: StoredRow): boolean {
  return checksumOf(boardId, row) === row.crc
}

export function sameHead(one: Head, other: Head): boolean {
  return one.seq === other.seq && sameBytes(one.hash, other.hash)
}

/** The checksum that is stored with a head, so that a flipped bit in it is not taken for a loss. */
export function checksumOfHead(boardId: BoardId, { seq, hash }: Head): number {
  return crc32(hash, crc32(JSON.stringify([boardId, seq])))
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
