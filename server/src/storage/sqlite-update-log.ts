import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { BoardId } from '@stip/primitives'
import type { LogEntry, UpdateLog } from '@stip/sync/room'
import { DamagedLogError } from '../errors.ts'
import { inTransaction } from './database.ts'

interface Head {
  readonly seq: number
  readonly hash: Uint8Array
}

interface Waiting {
  readonly boardId: BoardId
  readonly entries: readonly LogEntry[]
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

const beginning: Head = { seq: 0, hash: new Uint8Array(16) }

/**
 * The log of all boards in SQLite.
 *
 * Everything that is appended before the event loop comes round goes into one transaction, so
 * that many boards share one wait for the disk. Every row carries its own checksum and the hash
 * of the row before it: SQLite does not notice a flipped bit in its write-ahead log, this does.
 */
export class SqliteUpdateLog implements UpdateLog {
  readonly #database: DatabaseSync
  readonly #insert: StatementSync
  readonly #select: StatementSync
  readonly #last: StatementSync
  /** The last row of each board as it is on disk; read once, then kept. */
  readonly #heads = new Map<BoardId, Head>()
  #waiting: Waiting[] = []
  #isClosed = false

  /** @param database - Stays the caller's: closing the log leaves it open. */
  constructor(database: DatabaseSync) {
    this.#database = database
    this.#insert = database.prepare(
      'INSERT INTO updates (board_id, seq, author, bytes, crc, previous) VALUES (?, ?, ?, ?, ?, ?)',
    )
    this.#select = database.prepare(
      'SELECT seq, author, bytes, crc, previous FROM updates WHERE board_id = ? ORDER BY seq',
    )
    this.#last = database.prepare(
      'SELECT seq, author, bytes, crc, previous FROM updates WHERE board_id = ? ORDER BY seq DESC LIMIT 1',
    )
  }

  append(boardId: BoardId, entries: readonly LogEntry[]): Promise<void> {
    if (this.#isClosed) return Promise.reject(new Error('The log is closed.'))
    if (entries.length === 0) return Promise.resolve()
    const own = entries.map(({ author, update }) => ({ author, update: update.slice() }))
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#commit())
      this.#waiting.push({ boardId, entries: own, resolve, reject })
    })
  }

  async read(boardId: BoardId): Promise<readonly LogEntry[]> {
    this.#commit()
    const entries: LogEntry[] = []
    let head = beginning
    for (const row of this.#select.iterate(boardId)) {
      const stored = readRow(row)
      if (!isIntact(boardId, stored) || !follows(stored, head)) {
        throw new DamagedLogError(boardId, stored.seq)
      }
      entries.push({ author: stored.author, update: stored.bytes })
      head = { seq: stored.seq, hash: hashOf(stored) }
    }
    this.#heads.set(boardId, head)
    return entries
  }

  async close(): Promise<void> {
    this.#commit()
    this.#isClosed = true
  }

  #commit(): void {
    const batch = this.#waiting
    if (batch.length === 0) return
    this.#waiting = []
    const heads = new Map<BoardId, Head>()
    try {
      inTransaction(this.#database, () => {
        for (const { boardId, entries } of batch) {
          let head = heads.get(boardId) ?? this.#headOf(boardId)
          for (const entry of entries) head = this.#write(boardId, head, entry)
          heads.set(boardId, head)
        }
      })
    } catch (error) {
      for (const { reject } of batch) reject(error)
      return
    }
    for (const [boardId, head] of heads) this.#heads.set(boardId, head)
    for (const { resolve } of batch) resolve()
  }

  #write(boardId: BoardId, head: Head, { author, update }: LogEntry): Head {
    const row = { seq: head.seq + 1, author, bytes: update, previous: head.hash }
    this.#insert.run(boardId, row.seq, author, update, checksumOf(boardId, row), row.previous)
    return { seq: row.seq, hash: hashOf(row) }
  }

  #headOf(boardId: BoardId): Head {
    const known = this.#heads.get(boardId)
    if (known !== undefined) return known
    const row = this.#last.get(boardId)
    if (row === undefined) return beginning
    const stored = readRow(row)
    return { seq: stored.seq, hash: hashOf(stored) }
  }
}

interface Row {
  readonly seq: number
  readonly author: string
  readonly bytes: Uint8Array
  readonly previous: Uint8Array
}

function readRow(row: Record<string, unknown>): Row & { readonly crc: number } {
  return {
    seq: row['seq'] as number,
    author: row['author'] as string,
    bytes: row['bytes'] as Uint8Array,
    crc: row['crc'] as number,
    previous: row['previous'] as Uint8Array,
  }
}

function isIntact(boardId: BoardId, row: Row & { readonly crc: number }): boolean {
  return checksumOf(boardId, row) === row.crc
}

function follows(row: Row, head: Head): boolean {
  return row.seq === head.seq + 1 && Buffer.compare(row.previous, head.hash) === 0
}

function checksumOf(boardId: BoardId, { seq, author, bytes, previous }: Row): number {
  return crc32(previous, crc32(bytes, crc32(JSON.stringify([boardId, seq, author]))))
}

function hashOf({ author, bytes, previous }: Row): Uint8Array {
  const hash = createHash('sha256').update(previous).update(JSON.stringify(author)).update(bytes)
  return hash.digest().subarray(0, 16)
}
