import type { BoardId } from '@stip/primitives'
import type { LogEntry, UpdateLog } from '@stip/sync/update-log'
import { UpdateLogDamagedError } from '../../errors.ts'
import { Compactor } from '../log/compactor.ts'
import { errorOf } from '../log/log-messages.ts'
import type { LogAnswer, LogQuestion, StoresQuestion } from '../log/log-messages.ts'
import type { LogThreadData, SnapshotLimits } from '../log/log-thread.ts'
import { LogWorker } from '../log/log-worker.ts'
import type { Repairs } from '../log/replay.ts'
import type { StoreLine } from '../store-line.ts'

/** Reading a tail of this length takes about as long as reading a large snapshot. */
const usualLimits: SnapshotLimits = { rows: 2000, bytes: 2 * 1024 * 1024 }

/** What the log found when it was opened. */
export interface LogOpened {
  /** See `UpdateLog.generation`. */
  readonly generation: number
  readonly repairs: Repairs
}

/** Who keeps tables of sessions in the thread of the log. */
type Lodger = Pick<StoreLine, 'hear' | 'ended'>

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (reason: Error) => void
  /** What it adds to which board, when it adds something. */
  readonly append: { readonly boardId: BoardId; readonly count: number } | undefined
}

interface Answer {
  readonly entries: readonly LogEntry[]
  readonly count: number
}

type Asked = LogQuestion extends infer Question
  ? Question extends LogQuestion
    ? Omit<Question, 'id'>
    : never
  : never

const nothing: Answer = { entries: [], count: 0 }
/** The pause before a thread that ended is followed by another; longer each time it fails, in ms. */
const pauseMs = { first: 50, longest: 5000 }

/**
 * The log of all boards in SQLite, written by a thread of its own: a disk that takes its time
 * holds up nobody's pen. Everything that arrives while one commit is on its way goes into the next.
 *
 * When the thread breaks, another takes over. What the first one did not answer is answered then,
 * as it is found on the disk; meanwhile everything else is refused, so that boards say so.
 */
export class SqliteUpdateLog implements UpdateLog {
  /** Rejects when the log cannot be opened. */
  readonly opened: Promise<LogOpened>
  readonly #data: LogThreadData
  readonly #compactor: Compactor
  readonly #lodger: Lodger | undefined
  readonly #waiting = new Map<number, Waiting>()
  /** How many entries each board has, as far as anybody was told; known after it was read. */
  readonly #counts = new Map<BoardId, number>()
  /** What a thread that ended may have stored. */
  #unsure: Waiting[] = []
  #onInterrupted: (reason: Error) => void = () => {}
  #worker: LogWorker
  #ids = 0
  #closing: Promise<void> | undefined
  /** Why there is no thread now. */
  #end: Error | undefined
  #stopRestart: (() => void) | undefined

  /**
   * @param folder - The data folder; belongs to this log alone until it is closed.
   * @param snapshotRows - How long a tail may become before the board gets a snapshot.
   * @param lodger - Has the thread keep the tables of sessions, too.
   */
  constructor(folder: string, snapshotRows: number = usualLimits.rows, lodger?: Lodger) {
    this.#lodger = lodger
    const limits = { ...usualLimits, rows: snapshotRows }
    this.#data = { folder, limits, keepsSessions: lodger !== undefined }
    this.#worker = this.#newWorker((reason) => this.#ended(reason))
    this.opened = this.#worker.opened
    this.#compactor = new Compactor(folder, {
      addSnapshot: async (boardId, snapshot) =>
        void (await this.#ask({ kind: 'add-snapshot', boardId, snapshot })),
      discard: async (boardId) => void (await this.#ask({ kind: 'discard', boardId })),
    })
  }

  async append(boardId: BoardId, entries: readonly LogEntry[]): Promise<void> {
    if (this.#closing !== undefined) throw new Error('The log is closed.')
    if (entries.length === 0) return
    const own = entries.map((entry) => ({ ...entry, update: entry.update.slice() }))
    // Handed over rather than copied again.
    const bytes = own.map(({ update }) => update.buffer)
    await this.#ask({ kind: 'append', boardId, entries: own }, bytes)
  }

  async read(boardId: BoardId): Promise<readonly LogEntry[]> {
    const { entries, count } = await this.#ask({ kind: 'read', boardId })
    this.#counts.set(boardId, count)
    return entries
  }

  async generation(): Promise<number> {
    return (await this.opened).generation
  }

  /** Replayed in the thread that makes snapshots, so that neither people nor the disk wait for it. */
  standing(boardId: BoardId): Promise<Uint8Array | undefined> {
    return this.#compactor.standing(boardId)
  }

  /**
   * Asks the tables of sessions.
   *
   * @throws {Error} When there is no thread now.
   */
  askStores(question: StoresQuestion): void {
    if (this.#end !== undefined) throw this.#end
    this.#worker.ask(question)
  }

  /** Every row of the tables of sessions was looked at; one that is read is trusted from then on. */
  trustRows(): void {
    this.#worker.ask({ kind: 'checked' })
  }

  /** Calls `listener` when the thread broke; another one follows by itself. */
  onInterrupted(listener: (reason: Error) => void): void {
    this.#onInterrupted = listener
  }

  /** Resolves when no snapshot is being made. */
  compacted(): Promise<void> {
    return this.#compactor.settled()
  }

  /** Everything that was asked before is on disk, or has failed, when this resolves. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#stopRestart?.()
    await this.#compactor.close()
    // A log that never opened, or broke, has nothing to store.
    await this.#ask({ kind: 'close' }).catch(() => undefined)
    await this.#worker.end()
  }

  #newWorker(ended: (reason: Error) => void): LogWorker {
    return new LogWorker(this.#data, { hear: (answer) => this.#hear(answer), ended })
  }

  #ask(asked: Asked, handedOver: ArrayBuffer[] = []): Promise<Answer> {
    if (this.#end !== undefined) return Promise.reject(this.#end)
    return this.#askOf(this.#worker, asked, handedOver)
  }

  #askOf(worker: LogWorker, asked: Asked, handedOver: ArrayBuffer[] = []): Promise<Answer> {
    const id = this.#ids++
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const append =
      asked.kind === 'append' ? { boardId: asked.boardId, count: asked.entries.length } : undefined
    this.#waiting.set(id, { resolve, reject, append })
    worker.ask({ ...asked, id }, handedOver)
    return promise
  }

  #hear(answer: Exclude<LogAnswer, { kind: 'opened' | 'not-opened' }>): void {
    switch (answer.kind) {
      case 'done':
        for (const id of answer.ids) this.#done(this.#take(id))
        break
      case 'read':
        this.#take(answer.id)?.resolve(answer)
        break
      case 'count':
        this.#take(answer.id)?.resolve({ ...nothing, count: answer.count })
        break
      case 'failed': {
        const error = errorOf(answer.failure)
        for (const id of answer.ids) this.#take(id)?.reject(error)
        break
      }
      case 'stores':
        this.#lodger?.hear(answer.answers)
        break
      case 'grown':
        this.#compactor.add(answer.boardId)
    }
  }

  #done(asked: Waiting | undefined): void {
    if (asked?.append !== undefined) {
      const { boardId, count } = asked.append
      const before = this.#counts.get(boardId)
      if (before !== undefined) this.#counts.set(boardId, before + count)
    }
    asked?.resolve(nothing)
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    return waiting
  }

  /** The thread is gone. One that had opened the log is followed by another. */
  #ended(reason: Error): void {
    this.#end = reason
    const left = [...this.#waiting.values()]
    this.#waiting.clear()
    this.#lodger?.ended(reason)
    for (const asked of left) {
      if (asked.append === undefined) asked.reject(reason)
      else this.#unsure.push(asked)
    }
    void this.opened.then(
      () => this.#goOn(reason),
      () => this.#giveUp(reason),
    )
  }

  #goOn(reason: Error): void {
    if (this.#closing !== undefined) {
      this.#giveUp(reason)
      return
    }
    this.#onInterrupted(reason)
    this.#restartAfter(pauseMs.first)
  }

  #giveUp(reason: Error): void {
    for (const { reject } of this.#unsure.splice(0)) reject(reason)
  }

  #restartAfter(ms: number): void {
    const timer = setTimeout(() => void this.#restart(ms), ms)
    this.#stopRestart = () => {
      clearTimeout(timer)
      this.#giveUp(new Error('The log is closed.'))
    }
  }

  async #restart(pausedMs: number): Promise<void> {
    this.#stopRestart = undefined
    let hasOpened = false
    const worker = this.#newWorker((reason) => {
      if (hasOpened) this.#ended(reason)
      else if (this.#closing !== undefined) this.#giveUp(reason)
      else this.#restartAfter(Math.min(pausedMs * 2, pauseMs.longest))
    })
    this.#worker = worker
    try {
      await worker.opened
    } catch {
      // The disk may be full, or gone for a while.
      return
    }
    hasOpened = true
    if (await this.#settleUnsure(worker)) this.#end = undefined
  }

  /**
   * Answers what the last thread left open: a commit is on the disk as a whole, or not at all.
   * False when this thread, too, ended before it could tell.
   */
  async #settleUnsure(worker: LogWorker): Promise<boolean> {
    const ofBoards = Map.groupBy(this.#unsure.splice(0), ({ append }) => append?.boardId ?? '')
    const counted = await Promise.allSettled(
      [...ofBoards.keys()].map((boardId) => this.#askOf(worker, { kind: 'count', boardId })),
    )
    let knowsAll = true
    for (const [at, [boardId, asked]] of [...ofBoards].entries()) {
      const outcome = counted[at]
      if (outcome?.status === 'fulfilled') this.#answer(boardId, asked, outcome.value.count)
      else if (outcome?.reason instanceof UpdateLogDamagedError) {
        for (const { reject } of asked) reject(outcome.reason)
      } else {
        knowsAll = false
        this.#unsure.push(...asked)
      }
    }
    return knowsAll
  }

  #answer(boardId: BoardId, asked: readonly Waiting[], count: number): void {
    let found = count - (this.#counts.get(boardId) ?? count)
    for (const each of asked) {
      found -= each.append?.count ?? 0
      if (found >= 0) this.#done(each)
      else each.reject(new Error('The log was interrupted.'))
    }
  }
}
