import { Worker } from 'node:worker_threads'
import type { BoardId } from '@stip/primitives'
import type { LogEntry, UpdateLog } from '@stip/sync/update-log'
import { Compactor } from './log/compactor.ts'
import { errorOf } from './log/log-messages.ts'
import type { LogAnswer, LogQuestion } from './log/log-messages.ts'
import type { LogThreadData, SnapshotLimits } from './log/log-thread.ts'
import type { Repairs } from './log/replay.ts'

/** Reading a tail of this length takes about as long as reading a large snapshot. */
const usualLimits: SnapshotLimits = { rows: 2000, bytes: 2 * 1024 * 1024 }

/** What the log found when it was opened. */
export interface LogOpened {
  /** See `UpdateLog.generation`. */
  readonly generation: number
  readonly repairs: Repairs
}

interface Waiting {
  readonly resolve: (entries: readonly LogEntry[]) => void
  readonly reject: (reason: Error) => void
}

type Asked = LogQuestion extends infer Question
  ? Question extends LogQuestion
    ? Omit<Question, 'id'>
    : never
  : never

/**
 * The log of all boards in SQLite, written by a thread of its own: a disk that takes its time
 * holds up nobody's pen. Everything that arrives while one commit is on its way goes into the next.
 */
export class SqliteUpdateLog implements UpdateLog {
  /** Rejects when the log cannot be opened. */
  readonly opened: Promise<LogOpened>
  readonly #thread: Worker
  readonly #compactor: Compactor
  readonly #waiting = new Map<number, Waiting>()
  #ids = 0
  #closing: Promise<void> | undefined
  /** Why the thread is gone. */
  #end: Error | undefined

  /**
   * @param folder - The data folder; belongs to this log alone until it is closed.
   * @param snapshotRows - How long a tail may become before the board gets a snapshot.
   */
  constructor(folder: string, snapshotRows: number = usualLimits.rows) {
    const limits = { ...usualLimits, rows: snapshotRows }
    const { promise, resolve, reject } = Promise.withResolvers<LogOpened>()
    this.opened = promise
    // Who only appends hears it there.
    promise.catch(() => undefined)
    this.#thread = new Worker(new URL('log/log-thread.ts', import.meta.url), {
      workerData: { folder, limits } satisfies LogThreadData,
    })
    this.#thread.on('message', (answer: LogAnswer) => {
      if (answer.kind === 'opened') resolve(answer)
      else this.#hear(answer)
    })
    this.#thread.on('error', (error) => this.#ended(error))
    this.#thread.on('exit', () => {
      this.#ended(new Error('The log is closed.'))
      reject(this.#end)
    })
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

  read(boardId: BoardId): Promise<readonly LogEntry[]> {
    return this.#ask({ kind: 'read', boardId })
  }

  async generation(): Promise<number> {
    return (await this.opened).generation
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
    await this.#compactor.close()
    // A log that never opened, or broke, has nothing to store.
    await this.#ask({ kind: 'close' }).catch(() => undefined)
    await this.#thread.terminate()
  }

  #ask(asked: Asked, handedOver: ArrayBuffer[] = []): Promise<readonly LogEntry[]> {
    if (this.#end !== undefined) return Promise.reject(this.#end)
    const id = this.#ids++
    const { promise, resolve, reject } = Promise.withResolvers<readonly LogEntry[]>()
    this.#waiting.set(id, { resolve, reject })
    this.#thread.postMessage({ ...asked, id }, handedOver)
    return promise
  }

  #hear(answer: Exclude<LogAnswer, { kind: 'opened' }>): void {
    switch (answer.kind) {
      case 'done':
        for (const id of answer.ids) this.#take(id)?.resolve([])
        break
      case 'read':
        this.#take(answer.id)?.resolve(answer.entries)
        break
      case 'failed': {
        const error = errorOf(answer.failure)
        for (const id of answer.ids) this.#take(id)?.reject(error)
        break
      }
      case 'grown':
        this.#compactor.add(answer.boardId)
        break
      case 'not-opened':
        this.#ended(errorOf(answer.failure))
    }
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    return waiting
  }

  #ended(reason: Error): void {
    this.#end ??= reason
    for (const { reject } of this.#waiting.values()) reject(this.#end)
    this.#waiting.clear()
  }
}
