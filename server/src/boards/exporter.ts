import { Worker } from 'node:worker_threads'
import type { BoardId, SessionId } from '@stip/primitives'
import { threadLimits } from '../heap.ts'
import { errorOf } from '../storage/log/log-messages.ts'
import { Turns } from '../turns.ts'
import type { Asker } from '../turns.ts'
import type { ExportAnswer, ExportFormat, ExportQuestion } from './export-thread.ts'

/** Files up to this size, in bytes, are kept for whoever asks next, so many bytes in all. */
const keeping = { each: 4 * 1024 * 1024, all: 32 * 1024 * 1024 }
/** A thread that nobody asked anything for this long, in ms, leaves the memory. */
const IDLE_MS = 60_000
/** The console saves every board of a session at once, in one kind of file. */
const MOST_WAITING = 20
/** What the thread may use, in MB. A board that needs more is refused, and the server goes on. */
const MOST_MEMORY = 768

interface Kept {
  readonly version: string
  readonly bytes: Uint8Array
}

interface Wanted {
  readonly boardId: BoardId
  readonly sessionId: SessionId
  readonly format: ExportFormat
}

/** Makes files of boards in a thread of its own, in turns, and once for each state of a board. */
export class Exporter {
  readonly #folder: string
  readonly #turns = new Turns({ atATime: 1, waiting: MOST_WAITING })
  /** Files that were made, the one that was asked longest ago first. */
  readonly #kept = new Map<string, Kept>()
  #keptBytes = 0
  #thread: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #ids = 0

  /** @param folder - The data folder. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * A board as a file, as it is on the disk.
   *
   * @throws {RequestRefusedError} 'busy' when this person waits for too many files already.
   * @throws {UpdateLogDamagedError} When the board is damaged.
   */
  make(asker: Asker, wanted: Wanted): Promise<Uint8Array> {
    return this.#turns.take(asker, () => this.#make(wanted))
  }

  /** Stops; who waits is refused. */
  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const thread = this.#thread
    this.#thread = undefined
    await thread?.terminate()
  }

  async #make(wanted: Wanted): Promise<Uint8Array> {
    const name = `${wanted.boardId} ${wanted.format}`
    const known = this.#kept.get(name)
    const id = this.#ids++
    const answer = await this.#ask({ ...wanted, id, knownVersion: known?.version })
    if (answer.kind === 'failed') throw errorOf(answer.failure)
    const made = answer.kind === 'same' ? known : answer
    if (made === undefined) throw new Error('The thread knows a file that was never made.')
    this.#forget(name)
    if (made.bytes.length <= keeping.each) this.#keep(name, made)
    return made.bytes
  }

  #keep(name: string, { version, bytes }: Kept): void {
    this.#kept.set(name, { version, bytes })
    this.#keptBytes += bytes.length
    for (const oldest of this.#kept.keys()) {
      if (this.#keptBytes <= keeping.all) break
      this.#forget(oldest)
    }
  }

  #forget(name: string): void {
    this.#keptBytes -= this.#kept.get(name)?.bytes.length ?? 0
    this.#kept.delete(name)
  }

  #ask(question: ExportQuestion): Promise<ExportAnswer> {
    clearTimeout(this.#idle)
    const thread = (this.#thread ??= new Worker(new URL('export-thread.ts', import.meta.url), {
      workerData: { folder: this.#folder },
      resourceLimits: { ...threadLimits, maxOldGenerationSizeMb: MOST_MEMORY },
    }))
    thread.ref()
    const { promise, resolve, reject } = Promise.withResolvers<ExportAnswer>()
    const done = (): void => {
      thread.off('message', hear)
      thread.off('error', fail)
      thread.off('exit', fail)
      thread.unref()
      this.#idle = setTimeout(() => void this.close(), IDLE_MS).unref()
    }
    const hear = (answer: ExportAnswer): void => {
      if (answer.id !== question.id) return
      done()
      resolve(answer)
    }
    const fail = (reason: unknown): void => {
      done()
      // The next file gets a new thread.
      if (this.#thread === thread) this.#thread = undefined
      reject(reason instanceof Error ? reason : new Error('The thread of exports ended.'))
    }
    thread.on('message', hear)
    thread.on('error', fail)
    thread.on('exit', fail)
    thread.postMessage(question, [])
    return promise
  }
}
