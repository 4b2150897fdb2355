import { Worker } from 'node:worker_threads'
import { threadLimits } from '../gc-settings.ts'
import { errorOf } from '../storage/log/log-messages.ts'
import { Turns } from '../turns.ts'
import type { Asker } from '../turns.ts'
import type {
  BoardAnswer,
  BoardQuestion,
  ChangeMade,
  ChangeWanted,
  FileMade,
  FileWanted,
  MomentMade,
  MomentWanted,
} from './questions.ts'

/** A thread that nobody asked anything for this long, in ms, leaves the memory. */
const IDLE_MS = 60_000
/** The console saves every board of a session at once, in one kind of file. */
const MOST_WAITING = 20
/** What the thread may use, in MB. A board that needs more is refused, and the server goes on. */
const MOST_MEMORY = 768

/** The thread in which boards are read from the disk to make something of them; asked in turns. */
export class BoardThread {
  readonly #folder: string
  readonly #turns = new Turns({ atATime: 1, waiting: MOST_WAITING })
  #thread: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #ids = 0
  #isClosed = false

  /** @param folder - The data folder. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Runs `work` when it is this person's turn; the thread may only be asked from within it.
   *
   * @throws {RequestRefusedError} 'busy' when this person waits for too many turns already.
   */
  inTurn<Outcome>(asker: Asker, work: () => Promise<Outcome>): Promise<Outcome> {
    return this.#turns.take(asker, work)
  }

  /**
   * A board as a file; undefined when it is as it was.
   *
   * @throws {UpdateLogDamagedError} When the board is damaged.
   */
  async file(wanted: Omit<FileWanted, 'kind'>): Promise<FileMade | undefined> {
    const answer = await this.#ask({ ...wanted, kind: 'file', id: this.#ids++ })
    return answer.kind === 'file' ? answer : undefined
  }

  /**
   * What stands on a board; undefined when it is what was kept last.
   *
   * @throws {UpdateLogDamagedError} When the board is damaged.
   */
  async moment(wanted: Omit<MomentWanted, 'kind'>): Promise<MomentMade | undefined> {
    const answer = await this.#ask({ ...wanted, kind: 'moment', id: this.#ids++ })
    return answer.kind === 'moment' ? answer : undefined
  }

  /**
   * An edit of a board as it is on the disk; see {@link Room.editMade}.
   *
   * @throws {UpdateLogDamagedError} When a board is damaged.
   */
  async change(wanted: Omit<ChangeWanted, 'kind'>): Promise<ChangeMade> {
    const answer = await this.#ask({ ...wanted, kind: 'change', id: this.#ids++ })
    if (answer.kind !== 'change') throw new Error(`The thread answered with '${answer.kind}'.`)
    return answer
  }

  /** Stops; who waits is refused. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.end()
  }

  /** Ends the thread; the next question gets a new one. */
  async end(): Promise<void> {
    clearTimeout(this.#idle)
    const thread = this.#thread
    this.#thread = undefined
    await thread?.terminate()
  }

  #ask(question: BoardQuestion): Promise<Exclude<BoardAnswer, { kind: 'failed' }>> {
    if (this.#isClosed) return Promise.reject(new Error('The server is stopping.'))
    clearTimeout(this.#idle)
    const thread = (this.#thread ??= new Worker(new URL('thread.ts', import.meta.url), {
      workerData: { folder: this.#folder },
      resourceLimits: { ...threadLimits, maxOldGenerationSizeMb: MOST_MEMORY },
    }))
    thread.ref()
    const { promise, resolve, reject } =
      Promise.withResolvers<Exclude<BoardAnswer, { kind: 'failed' }>>()
    const done = (): void => {
      thread.off('message', hear)
      thread.off('error', fail)
      thread.off('exit', fail)
      thread.unref()
      this.#idle = setTimeout(() => void this.end(), IDLE_MS).unref()
    }
    const hear = (answer: BoardAnswer): void => {
      if (answer.id !== question.id) return
      done()
      if (answer.kind === 'failed') reject(errorOf(answer.failure))
      else resolve(answer)
    }
    const fail = (reason: unknown): void => {
      done()
      // The next question gets a new thread.
      if (this.#thread === thread) this.#thread = undefined
      reject(reason instanceof Error ? reason : new Error('The thread of boards ended.'))
    }
    thread.on('message', hear)
    thread.on('error', fail)
    thread.on('exit', fail)
    thread.postMessage(question, [])
    return promise
  }
}
