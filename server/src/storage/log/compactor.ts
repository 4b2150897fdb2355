import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { BoardId } from '@stip/primitives'
import { threadLimits } from '../../gc-settings.ts'
import type { CompactionAnswer, CompactionQuestion } from './compaction-thread.ts'
import type { Snapshot } from './snapshots.ts'

/** What a compactor asks of the log. */
export interface CompactedLog {
  addSnapshot(boardId: BoardId, snapshot: Snapshot): Promise<void>
  /** Keeps the two newest snapshots, and the rows since the older one. */
  discard(boardId: BoardId): Promise<void>
}

/** Makes snapshots of boards with long tails, and replays boards, one at a time, in a thread of its own. */
export class Compactor {
  readonly #folder: string
  readonly #log: CompactedLog
  readonly #waiting = new Set<BoardId>()
  /** Boards of which somebody wants to know what they come to. */
  readonly #asked = new Map<BoardId, PromiseWithResolvers<Uint8Array | undefined>>()
  #running: Promise<void> | undefined
  #thread: Worker | undefined
  #isClosed = false

  constructor(folder: string, log: CompactedLog) {
    this.#folder = folder
    this.#log = log
  }

  add(boardId: BoardId): void {
    if (this.#isClosed) return
    this.#waiting.add(boardId)
    this.#start()
  }

  /**
   * What the rows of a board come to, replayed: an encoded snapshot of Yjs. Waits its turn; undefined
   * when it does not work out.
   */
  standing(boardId: BoardId): Promise<Uint8Array | undefined> {
    if (this.#isClosed) return Promise.resolve(undefined)
    const known = this.#asked.get(boardId)
    if (known !== undefined) return known.promise
    const asked = Promise.withResolvers<Uint8Array | undefined>()
    this.#asked.set(boardId, asked)
    this.#start()
    return asked.promise
  }

  /** Resolves when nothing is being compacted any more. */
  async settled(): Promise<void> {
    await this.#running
  }

  /** Stops; what is half done is done again another time. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#waiting.clear()
    for (const { resolve } of this.#asked.values()) resolve(undefined)
    this.#asked.clear()
    await this.#thread?.terminate()
    await this.#running
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
      // Asked at the last moment.
      if (this.#waiting.size + this.#asked.size > 0) this.#start()
    })
  }

  async #run(): Promise<void> {
    for (const [boardId, { resolve }] of this.#asked) {
      // What is asked from here on is another question.
      this.#asked.delete(boardId)
      // oxlint-disable-next-line no-await-in-loop
      const standing = await this.#ask({ kind: 'stand', boardId }).catch(() => undefined)
      resolve(standing instanceof Uint8Array ? standing : undefined)
    }
    for (const boardId of this.#waiting) {
      this.#waiting.delete(boardId)
      // One at a time on purpose: snapshots may take time, but not all of the machine.
      // Failing only leaves the log longer; the board asks again when it has grown as much again.
      // oxlint-disable-next-line no-await-in-loop
      await this.#compact(boardId).catch(() => undefined)
    }
    const thread = this.#thread
    this.#thread = undefined
    await thread?.terminate()
  }

  async #compact(boardId: BoardId): Promise<void> {
    const snapshot = await this.#ask({ kind: 'make', boardId })
    if (typeof snapshot !== 'object' || snapshot instanceof Uint8Array) return
    await this.#log.addSnapshot(boardId, snapshot)
    // Only what came back from the disk the same may stand in for the rows.
    const isGood = await this.#ask({ kind: 'check', boardId, snapshot })
    if (isGood === true) await this.#log.discard(boardId)
  }

  async #ask(question: CompactionQuestion): Promise<CompactionAnswer> {
    if (this.#isClosed) return undefined
    this.#thread ??= new Worker(new URL('compaction-thread.ts', import.meta.url), {
      workerData: { folder: this.#folder },
      resourceLimits: threadLimits,
    })
    const thread = this.#thread
    thread.postMessage(question, [])
    // One that broke leaves its board for another time; the next board gets a new thread.
    const forget = (): readonly [] => {
      if (this.#thread === thread) this.#thread = undefined
      return []
    }
    const ended = once(thread, 'exit').then(forget, forget)
    const [answer] = (await Promise.race([once(thread, 'message'), ended])) as [CompactionAnswer]
    return answer
  }
}
