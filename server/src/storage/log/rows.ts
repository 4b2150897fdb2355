import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { BoardId } from '@stip/primitives'
import { checksumOf, checksumOfHead } from './chain.ts'
import type { Head, Row, StoredRow } from './chain.ts'

/** The rows and heads of the log in SQLite. Judges nothing: what is damaged comes back damaged. */
export class Rows {
  readonly #put: StatementSync
  readonly #get: StatementSync
  readonly #after: StatementSync
  readonly #first: StatementSync
  readonly #last: StatementSync
  readonly #putHead: StatementSync
  readonly #getHead: StatementSync
  readonly #discard: StatementSync
  readonly #boards: StatementSync

  constructor(database: DatabaseSync) {
    const columns = 'SELECT seq, author, bytes, crc, previous FROM updates WHERE board_id = ?'
    this.#put = database.prepare('INSERT OR REPLACE INTO updates VALUES (?, ?, ?, ?, ?, ?)')
    this.#get = database.prepare(`${columns} AND seq = ?`)
    this.#after = database.prepare(`${columns} AND seq > ? ORDER BY seq`)
    this.#first = database.prepare('SELECT min(seq) AS seq FROM updates WHERE board_id = ?')
    this.#last = database.prepare(`${columns} ORDER BY seq DESC LIMIT 1`)
    this.#putHead = database.prepare('INSERT OR REPLACE INTO heads VALUES (?, ?, ?, ?)')
    this.#getHead = database.prepare('SELECT seq, hash, crc FROM heads WHERE board_id = ?')
    this.#discard = database.prepare('DELETE FROM updates WHERE board_id = ? AND seq <= ?')
    this.#boards = database.prepare(
      `SELECT board_id FROM updates UNION SELECT board_id FROM heads
       UNION SELECT board_id FROM snapshots ORDER BY board_id`,
    )
  }

  put(boardId: BoardId, row: Row): void {
    const { seq, author, bytes, previous } = row
    this.#put.run(boardId, seq, author, bytes, checksumOf(boardId, row), previous)
  }

  get(boardId: BoardId, seq: number): StoredRow | undefined {
    return read(this.#get.get(boardId, seq))
  }

  /** The number of the oldest row that is kept. */
  first(boardId: BoardId): number | undefined {
    return (this.#first.get(boardId)?.['seq'] as number | null | undefined) ?? undefined
  }

  last(boardId: BoardId): StoredRow | undefined {
    return read(this.#last.get(boardId))
  }

  *after(boardId: BoardId, seq: number): Generator<StoredRow> {
    for (const row of this.#after.iterate(boardId, seq)) yield row as unknown as StoredRow
  }

  discardUpTo(boardId: BoardId, seq: number): void {
    this.#discard.run(boardId, seq)
  }

  putHead(boardId: BoardId, head: Head): void {
    this.#putHead.run(boardId, head.seq, head.hash, checksumOfHead(boardId, head))
  }

  /** 'damaged' when its own checksum does not hold. */
  head(boardId: BoardId): Head | undefined | 'damaged' {
    const row = this.#getHead.get(boardId)
    if (row === undefined) return undefined
    const head = { seq: row['seq'] as number, hash: row['hash'] as Uint8Array }
    return checksumOfHead(boardId, head) === row['crc'] ? head : 'damaged'
  }

  /** Every board of which there is anything. */
  boards(): readonly BoardId[] {
    return this.#boards.all().map((row) => String(row['board_id']))
  }
}

function read(row: Record<string, unknown> | undefined): StoredRow | undefined {
  return row as StoredRow | undefined
}
