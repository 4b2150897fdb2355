import { parentPort, workerData } from 'node:worker_threads'
import type { BoardId } from '@stip/primitives'
import { UpdateLogDamagedError } from '../../errors.ts'
import { openTables } from '../tables/open-tables.ts'
import type { Tables } from '../tables/tables.ts'
import { answersTo } from '../tables/answers-to.ts'
import { failureOf } from './log-messages.ts'
import type { CheckedNews, LogAnswer, LogQuestion, StoresQuestion } from './log-messages.ts'
import { CommitUnsureError, LogStore } from './log-store.ts'
import { PART_BYTES, partsOf } from './snapshots.ts'

/** How long a tail may become before the board wants a snapshot. */
export interface SnapshotLimits {
  readonly rows: number
  readonly bytes: number
}

/** What this thread is started with. */
export interface LogThreadData {
  readonly folder: string
  readonly limits: SnapshotLimits
  /** It keeps the tables of sessions too. */
  readonly keepsSessions: boolean
}

/** Rows that are discarded in one go, so that appends never wait long. */
const DISCARDED_AT_ONCE = 500

type Append = Extract<LogQuestion, { kind: 'append' }>

interface Tail {
  rows: number
  bytes: number
}

/**
 * The thread that writes the log. What comes in while the disk is busy goes into the next commit
 * together; everything else waits until no append does.
 */
class LogThread {
  readonly #store: LogStore
  readonly #limits: SnapshotLimits
  readonly #tables: Tables | undefined
  readonly #appends: Append[] = []
  readonly #others: (() => void)[] = []
  /** What each board wrote since its newest snapshot; known after it was read. */
  readonly #tails = new Map<BoardId, Tail>()
  #isScheduled = false

  constructor(store: LogStore, limits: SnapshotLimits, tables: Tables | undefined) {
    this.#store = store
    this.#limits = limits
    this.#tables = tables
  }

  hear(question: LogQuestion | StoresQuestion | CheckedNews): void {
    if (question.kind === 'stores') {
      // At once: a person waits for each, and the boards have a file of their own.
      say({ kind: 'stores', answers: answersTo(this.#tables, question.calls) })
      return
    }
    if (question.kind === 'checked') {
      this.#tables?.check.end()
      return
    }
    if (question.kind === 'append') this.#appends.push(question)
    else this.#others.push(() => this.#answer(question))
    this.#schedule()
  }

  #schedule(): void {
    if (this.#isScheduled || this.#appends.length + this.#others.length === 0) return
    this.#isScheduled = true
    // After the messages that have arrived already.
    setImmediate(() => void this.#turn())
  }

  async #turn(): Promise<void> {
    if (this.#appends.length > 0) await this.#commit(this.#appends.splice(0))
    // One at a time: who reads waits for who writes, but not for ever.
    this.#others.shift()?.()
    this.#isScheduled = false
    this.#schedule()
  }

  /** @throws {CommitUnsureError} Which ends this thread; the next one reads what became of it. */
  async #commit(batch: readonly Append[]): Promise<void> {
    const ids = batch.map(({ id }) => id)
    try {
      await this.#store.append(batch)
    } catch (error) {
      if (error instanceof CommitUnsureError) throw error
      if (error instanceof UpdateLogDamagedError && isMixed(batch)) {
        // Nothing was written yet, and the other boards have nothing to do with it.
        for (const [, ofBoard] of Map.groupBy(batch, ({ boardId }) => boardId)) {
          // oxlint-disable-next-line no-await-in-loop
          await this.#commit(ofBoard)
        }
        return
      }
      say({ kind: 'failed', ids, failure: failureOf(error) })
      return
    }
    for (const { boardId, entries } of batch) {
      const bytes = entries.reduce((sum, { update }) => sum + update.length, 0)
      this.#grow(boardId, entries.length, bytes)
    }
    say({ kind: 'done', ids })
    this.#store.tidy()
  }

  #answer(question: Exclude<LogQuestion, Append>): void {
    const { id } = question
    try {
      switch (question.kind) {
        case 'read':
          this.#read(id, question.boardId)
          return
        case 'count':
          say({ kind: 'count', id, count: this.#store.count(question.boardId) })
          return
        case 'add-snapshot':
          this.#addSnapshot(id, question, 0)
          return
        case 'discard':
          this.#discard(id, question.boardId)
          return
        case 'close':
          this.#store.close()
          this.#tables?.close()
          say({ kind: 'done', ids: [id] })
          parentPort?.close()
      }
    } catch (error) {
      say({ kind: 'failed', ids: [id], failure: failureOf(error) })
    }
  }

  #read(id: number, boardId: BoardId): void {
    const { entries, head, snapshotAt } = this.#store.read(boardId)
    const tail = entries.slice(snapshotAt === 0 ? 0 : 1)
    this.#tails.set(boardId, { rows: 0, bytes: 0 })
    const bytes = tail.reduce((sum, { update }) => sum + update.length, 0)
    this.#grow(boardId, tail.length, bytes)
    say({ kind: 'read', id, entries, count: head.seq })
  }

  /** One part at a time, with the appends that wait in between. */
  #addSnapshot(
    id: number,
    question: Extract<LogQuestion, { kind: 'add-snapshot' }>,
    part: number,
  ): void {
    const { boardId, snapshot } = question
    const { head, state } = snapshot
    const isLast = part === partsOf(state) - 1
    try {
      this.#store.inTransaction(() => {
        const bytes = state.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)
        this.#store.snapshots.putPart(boardId, head.seq, part, bytes)
        if (isLast) this.#store.snapshots.finish(boardId, snapshot)
      })
    } catch (error) {
      say({ kind: 'failed', ids: [id], failure: failureOf(error) })
      return
    }
    if (isLast) {
      this.#tails.set(boardId, { rows: 0, bytes: 0 })
      say({ kind: 'done', ids: [id] })
      this.#store.tidy()
    } else {
      this.#others.unshift(() => this.#addSnapshot(id, question, part + 1))
    }
  }

  /** Keeps two snapshots, and every row since the older one. */
  #discard(id: number, boardId: BoardId): void {
    const [, older] = this.#store.snapshots.list(boardId)
    const first = older === undefined ? undefined : this.#store.rows.first(boardId)
    if (older === undefined || first === undefined || first > older) {
      if (older !== undefined) {
        this.#store.inTransaction(() => this.#store.snapshots.dropBefore(boardId, older))
      }
      say({ kind: 'done', ids: [id] })
      this.#store.tidy()
      return
    }
    const upTo = Math.min(older, first + DISCARDED_AT_ONCE - 1)
    this.#store.inTransaction(() => this.#store.rows.discardUpTo(boardId, upTo))
    this.#others.unshift(() => this.#answer({ kind: 'discard', id, boardId }))
  }

  #grow(boardId: BoardId, rows: number, bytes: number): void {
    const tail = this.#tails.get(boardId)
    if (tail === undefined) return
    tail.rows += rows
    tail.bytes += bytes
    if (tail.rows < this.#limits.rows && tail.bytes < this.#limits.bytes) return
    // Told once per limit: a snapshot that fails is tried again after as much again.
    this.#tails.set(boardId, { rows: 0, bytes: 0 })
    say({ kind: 'grown', boardId })
  }
}

function isMixed(batch: readonly Append[]): boolean {
  return batch.some(({ boardId }) => boardId !== batch[0]?.boardId)
}

function say(answer: LogAnswer): void {
  parentPort?.postMessage(answer, [])
}

async function start({ folder, limits, keepsSessions }: LogThreadData): Promise<void> {
  let tables: Tables | undefined
  try {
    if (keepsSessions) tables = await openTables(folder)
    const store = LogStore.open(folder)
    const thread = new LogThread(store, limits, tables)
    parentPort?.on('message', (question: LogQuestion) => thread.hear(question))
    say({ kind: 'opened', generation: store.generation, repairs: store.repairs })
  } catch (error) {
    tables?.close()
    say({ kind: 'not-opened', failure: failureOf(error) })
    parentPort?.close()
  }
}

await start(workerData as LogThreadData)
