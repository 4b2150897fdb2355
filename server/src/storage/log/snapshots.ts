import { createHash } from 'node:crypto'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import type { BoardId } from '@stip/primitives'
import type { Head } from './chain.ts'

/** A board as it was after `head.seq` rows, in one update. */
export interface Snapshot {
  readonly head: Head
  readonly state: Uint8Array
  /** Who owned which Yjs client id. */
  readonly owners: ReadonlyMap<number, string>
}

/** Written in parts, so that a large board does not keep others waiting for the disk. */
export const PART_BYTES = 256 * 1024

/** The snapshots of the log in SQLite. One without its last line does not exist yet. */
export class Snapshots {
  readonly #putPart: StatementSync
  readonly #put: StatementSync
  readonly #list: StatementSync
  readonly #get: StatementSync
  readonly #parts: StatementSync
  readonly #drop: StatementSync
  readonly #dropParts: StatementSync

  constructor(database: DatabaseSync) {
    this.#putPart = database.prepare('INSERT OR REPLACE INTO snapshot_parts VALUES (?, ?, ?, ?)')
    this.#put = database.prepare('INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?, ?, ?, ?)')
    this.#list = database.prepare('SELECT seq FROM snapshots WHERE board_id = ? ORDER BY seq DESC')
    this.#get = database.prepare('SELECT * FROM snapshots WHERE board_id = ? AND seq = ?')
    this.#parts = database.prepare(
      'SELECT bytes FROM snapshot_parts WHERE board_id = ? AND seq = ? ORDER BY part',
    )
    this.#drop = database.prepare('DELETE FROM snapshots WHERE board_id = ? AND seq < ?')
    this.#dropParts = database.prepare('DELETE FROM snapshot_parts WHERE board_id = ? AND seq < ?')
  }

  putPart(boardId: BoardId, seq: number, part: number, bytes: Uint8Array): void {
    this.#putPart.run(boardId, seq, part, bytes)
  }

  /** The last step: with this line the snapshot is there. */
  finish(boardId: BoardId, { head, state, owners }: Snapshot): void {
    const line = {
      head,
      owners: JSON.stringify([...owners]),
      parts: partsOf(state),
      digest: digestOf(state),
    }
    const { seq, hash } = head
    const crc = checksumOf(boardId, line)
    this.#put.run(boardId, seq, hash, line.owners, line.parts, line.digest, crc)
  }

  /** After how many rows snapshots were made, newest first. */
  list(boardId: BoardId): readonly number[] {
    return this.#list.all(boardId).map((row) => Number(row['seq']))
  }

  /** Undefined when it is not as it was written. */
  read(boardId: BoardId, seq: number): Snapshot | undefined {
    const row = this.#get.get(boardId, seq)
    if (row === undefined) return undefined
    const line: Line = {
      head: { seq, hash: row['hash'] as Uint8Array },
      owners: String(row['owners']),
      parts: Number(row['parts']),
      digest: row['digest'] as Uint8Array,
    }
    if (checksumOf(boardId, line) !== row['crc']) return undefined
    const parts = this.#parts.all(boardId, seq).map((part) => part['bytes'] as Uint8Array)
    const state = Buffer.concat(parts)
    if (parts.length !== line.parts || Buffer.compare(digestOf(state), line.digest) !== 0) {
      return undefined
    }
    const owners = new Map(JSON.parse(line.owners) as [number, string][])
    return { head: line.head, state: new Uint8Array(state), owners }
  }

  dropBefore(boardId: BoardId, seq: number): void {
    this.#drop.run(boardId, seq)
    this.#dropParts.run(boardId, seq)
  }
}

/** In how many parts a state is written; at least one. */
export function partsOf(state: Uint8Array): number {
  return Math.max(1, Math.ceil(state.length / PART_BYTES))
}

interface Line {
  readonly head: Head
  readonly owners: string
  readonly parts: number
  readonly digest: Uint8Array
}

function checksumOf(boardId: BoardId, { head, owners, parts, digest }: Line): number {
  return crc32(digest, crc32(head.hash, crc32(JSON.stringify([boardId, head.seq, owners, parts]))))
}

function digestOf(state: Uint8Array): Uint8Array {
  return createHash('sha256').update(state).digest()
}
