import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { BoardId } from '@stip/primitives'
import type { CompactionAnswer, CompactionQuestion } from './compaction-thread.ts'
import type { Snapshot } from './snapshots.ts'

/** What a compactor asks of the log. */
export interface CompactedLog {
  addSnapshot(boardId: BoardId, snapshot: Snapshot): Promise<void>
  /** Keeps the two newest snapshots, and the rows since the older one. */
  discard(boardId: BoardId): Promise<void>
}

/** Makes snapshots of boards with long tails, one board at a time, in a thread of its own. */
export class Compactor {
  readonly #folder: string
  readonly #log: CompactedLog
  readonly #waiting = new Set<BoardId>()
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
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
    })
  }

  /** Resolves when nothing is being compacted any more. */
  async settled(): Promise<void> {
    await this.#running
  }

  /** Stops; what is half done is done again another time. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#waiting.clear()
    await this.#thread?.terminate()
    await this.#running
  }

  async #run(): Promise<void> {
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
    if (typeof snapshot !== 'object') return
    await this.#log.addSnapshot(boardId, snapshot)
    // Only what came back from the disk the same may stand in for the rows.
    const isGood = await this.#ask({ kind: 'check', boardId, snapshot })
    if (isGood === true) await this.#log.discard(boardId)
  }

  async #ask(question: CompactionQuestion): Promise<CompactionAnswer> {
    if (this.#isClosed) return undefined
    this.#thread ??= new Worker(new URL('compaction-thread.ts', import.meta.url), {
      workerData: { folder: this.#folder },
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
