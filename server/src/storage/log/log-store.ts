import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { BoardId } from '@stip/primitives'
import type { LogEntry } from '@stip/sync/update-log'
import { UpdateLogDamagedError } from '../../errors.ts'
import { inTransaction } from '../database/transaction.ts'
import { authorText } from './author-text.ts'
import { CommitCounter } from '../database/commit-counter.ts'
import { beginning, headAfter } from './chain.ts'
import type { Head, Row } from './chain.ts'
import type { BoardRows } from './journal-format.ts'
import { findJournals, Journal } from './journal.ts'
import { BOARDS_FILE, openLogDatabase, readState, COUNTER_FILE, writeState } from './log-tables.ts'
import type { LogState } from './log-tables.ts'
import { readBoard } from './read-board.ts'
import type { StoredBoard } from './read-board.ts'
import { replay } from './replay.ts'
import type { Repairs } from './replay.ts'
import { Rows } from './rows.ts'
import { Snapshots } from './snapshots.ts'

/** What is to be added to one board. */
export interface Addition {
  readonly boardId: BoardId
  readonly entries: readonly LogEntry[]
}

/** The journal failed after SQLite committed: whoever writes has to stop, and open the files anew. */
export class CommitUnsureError extends Error {
  override readonly name = 'CommitUnsureError'

  constructor(options: ErrorOptions) {
    super('Whether a commit is stored can only be found out from the files.', options)
  }
}

/**
 * Above this many bytes SQLite's write-ahead log moves into the database, and a new journal begins.
 * Everybody waits for that. Commits write the same few pages again and again, so that one of 16 MB
 * takes about as long as one of 4 MB, and comes every four seconds instead of every one on a busy board.
 */
const CHECKPOINT_BYTES = 16 * 1024 * 1024
/** How much more is written before a checkpoint that did not succeed is tried again. */
const PATIENCE_BYTES = 1024 * 1024

/** The log of all boards: SQLite with a journal beside it. Waits for the disk: for a thread of its own. */
export class LogStore {
  /** What had to be put right when it was opened. */
  readonly repairs: Repairs
  readonly rows: Rows
  readonly snapshots: Snapshots
  readonly #folder: string
  readonly #database: DatabaseSync
  /** The last row of each board as it is on disk; read once, then kept. */
  readonly #heads = new Map<BoardId, Head>()
  readonly #counter: CommitCounter
  #journal: Journal
  #state: LogState
  #checkpointAt = CHECKPOINT_BYTES

  private constructor(folder: string, database: DatabaseSync) {
    this.#folder = folder
    this.#database = database
    const found = findJournals(folder)
    this.repairs = replay(database, found, CommitCounter.seen(join(folder, COUNTER_FILE)))
    this.rows = new Rows(database)
    this.snapshots = new Snapshots(database)
    this.#state = readState(database)
    this.#counter = new CommitCounter(join(folder, COUNTER_FILE), this.#state.record)
    const { current } = found
    const { isJournalDamaged, isJournalBehind } = this.repairs
    if (current !== undefined && !isJournalDamaged && !isJournalBehind) {
      this.#journal = Journal.goOn(folder, current)
    } else {
      // What a damaged journal holds, or one that is behind, is in the database, and must stay there.
      if (!this.#moveIntoDatabase()) throw new Error('database is locked')
      this.#journal = Journal.begin(folder, this.#state.record)
    }
  }

  /**
   * @throws {UpdateLogLostError} When stored changes are gone.
   * @throws {Error} When the files cannot be opened.
   */
  static open(folder: string): LogStore {
    const database = openLogDatabase(folder)
    try {
      return new LogStore(folder, database)
    } catch (error) {
      database.close()
      throw error
    }
  }

  get generation(): number {
    return this.#state.generation
  }

  /** Says that everything here is older than what people have seen since. */
  raiseGeneration(generation: number): void {
    const state = { ...this.#state, generation }
    inTransaction(this.#database, () => writeState(this.#database, state))
    this.#state = state
  }

  /**
   * Adds to boards that nobody has open, at once: the journal begins anew when the store is closed.
   */
  addAtRest(additions: readonly Addition[]): void {
    const { boards, heads } = this.#chained(additions)
    this.#commit(boards, heads, this.#state)
    for (const [boardId, head] of heads) this.#heads.set(boardId, head)
  }

  /**
   * One group commit: all on disk, twice, when this resolves; nothing of it when it rejects. One at
   * a time, and nothing else meanwhile.
   *
   * @throws {CommitUnsureError} When only opening the files again tells whether they have it.
   */
  async append(additions: readonly Addition[]): Promise<void> {
    if (this.#journal.isBroken) this.#renewJournal()
    const state = { ...this.#state, record: this.#state.record + 1 }
    const { boards, heads } = this.#chained(additions)
    // Two disks' worth of waiting at the same time: the journal in a thread of Node, SQLite here.
    const inJournal = this.#journal.append({ number: state.record, boards })
    try {
      this.#commit(boards, heads, state)
    } catch (error) {
      // Cut off before it is known how the sync ends, it could still come after the cut.
      await inJournal.catch(() => undefined)
      this.#journal.takeBack()
      throw error
    }
    try {
      await inJournal
    } catch (cause) {
      throw new CommitUnsureError({ cause })
    }
    this.#state = state
    this.#counter.note(state.record)
    for (const [boardId, head] of heads) this.#heads.set(boardId, head)
  }

  #commit(boards: readonly BoardRows[], heads: ReadonlyMap<BoardId, Head>, state: LogState): void {
    inTransaction(this.#database, () => {
      for (const { boardId, rows } of boards) {
        for (const row of rows) this.rows.put(boardId, row)
      }
      for (const [boardId, head] of heads) this.rows.putHead(boardId, head)
      writeState(this.#database, state)
    })
  }

  /** @throws {UpdateLogDamagedError} When what is stored is not what was written. */
  read(boardId: BoardId): StoredBoard {
    const board = readBoard(this.#database, boardId)
    this.#heads.set(boardId, board.head)
    return board
  }

  /** How many entries a board has, folded ones included. */
  count(boardId: BoardId): number {
    return this.#headOf(boardId).seq
  }

  /** All that `work` writes to rows and snapshots is on disk when this returns, or none of it. */
  inTransaction(work: () => void): void {
    inTransaction(this.#database, work)
  }

  /** After a commit: tidies the files up when they have grown. Failing only puts it off. */
  tidy(): void {
    const wal = join(this.#folder, `${BOARDS_FILE}-wal`)
    const size = Math.max(this.#journal.size, existsSync(wal) ? statSync(wal).size : 0)
    if (size < this.#checkpointAt) return
    try {
      this.#renewJournal()
      this.#checkpointAt = CHECKPOINT_BYTES
    } catch {
      // Somebody reads along (a backup), or the disk is full: everything is safe where it is.
      this.#checkpointAt = size + PATIENCE_BYTES
    }
  }

  close(): void {
    try {
      this.#renewJournal()
    } catch {
      // The next start does it.
    }
    this.#counter.close()
    this.#journal.close()
    this.#database.close()
  }

  #chained(additions: readonly Addition[]): { boards: BoardRows[]; heads: Map<BoardId, Head> } {
    const heads = new Map<BoardId, Head>()
    const boards = additions.map(({ boardId, entries }) => {
      let head = heads.get(boardId) ?? this.#headOf(boardId)
      const rows = entries.map((entry): Row => {
        const author = authorText(entry)
        const row = { seq: head.seq + 1, author, bytes: entry.update, previous: head.hash }
        head = headAfter(row)
        return row
      })
      heads.set(boardId, head)
      return { boardId, rows }
    })
    return { boards, heads }
  }

  #headOf(boardId: BoardId): Head {
    const known = this.#heads.get(boardId)
    if (known !== undefined) return known
    const stored = this.rows.head(boardId)
    if (stored === 'damaged') throw new UpdateLogDamagedError(boardId, undefined)
    return stored ?? beginning
  }

  #renewJournal(): void {
    if (!this.#moveIntoDatabase()) throw new Error('The database is being read.')
    const next = Journal.begin(this.#folder, this.#state.record)
    this.#journal.close()
    this.#journal = next
  }

  /** A checkpoint: the database file alone holds everything, synced. False when somebody reads along. */
  #moveIntoDatabase(): boolean {
    this.#database.exec('PRAGMA busy_timeout = 0')
    try {
      return this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0
    } finally {
      this.#database.exec('PRAGMA busy_timeout = 5000')
    }
  }
}
