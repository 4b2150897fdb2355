import { Worker } from 'node:worker_threads'
import { threadLimits } from '../gc-settings.ts'
import { errorOf } from '../storage/log/log-messages.ts'
import type { Failure } from '../storage/log/log-messages.ts'

/** A thread that nobody asked anything for this long, in ms, leaves the memory. */
const IDLE_MS = 60_000

/** What a thread says when it could not answer a question. */
export interface Failed {
  readonly id: number
  readonly kind: 'failed'
  readonly failure: Failure
}

interface AskedThreadOptions {
  readonly program: URL
  readonly workerData: unknown
  /** What the thread may use, in MB. A question that needs more is refused, and the server goes on. */
  readonly mostMemory: number
  /** Of that, what is for what lives shortly: the more there is, the less often it is tidied. */
  readonly mostShortLived?: number
}

/**
 * A thread that is started by the first question and ends when nobody asks any more. When it ends by
 * itself, who waited is told, and the next question gets a new one.
 */
export class AskedThread<
  Question extends { readonly id: number },
  Answer extends { readonly id: number; readonly kind: string },
> {
  readonly #options: AskedThreadOptions
  #thread: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(options: AskedThreadOptions) {
    this.#options = options
  }

  /** Whether it is in the memory now. */
  get isRunning(): boolean {
    return this.#thread !== undefined
  }

  ask(question: Question): Promise<Answer> {
    if (this.#isClosed) return Promise.reject(new Error('The server is stopping.'))
    clearTimeout(this.#idle)
    const thread = (this.#thread ??= this.#start())
    thread.ref()
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const done = (): void => {
      thread.off('message', hear)
      thread.off('error', fail)
      thread.off('exit', fail)
      thread.unref()
      this.#idle = setTimeout(() => void this.end(), IDLE_MS).unref()
    }
    const hear = (answer: Answer | Failed): void => {
      if (answer.id !== question.id) return
      done()
      if (isFailed(answer)) reject(errorOf(answer.failure))
      else resolve(answer)
    }
    const fail = (reason: unknown): void => {
      done()
      // The next question gets a new thread.
      if (this.#thread === thread) this.#thread = undefined
      reject(reason instanceof Error ? reason : new Error('The thread ended.'))
    }
    thread.on('message', hear)
    thread.on('error', fail)
    thread.on('exit', fail)
    thread.postMessage(question, [])
    return promise
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

  #start(): Worker {
    const { program, workerData, mostMemory, mostShortLived } = this.#options
    return new Worker(program, {
      workerData,
      resourceLimits: {
        maxYoungGenerationSizeMb: mostShortLived ?? threadLimits.maxYoungGenerationSizeMb,
        maxOldGenerationSizeMb: mostMemory,
      },
    })
  }
}

function isFailed(answer: { readonly kind: string }): answer is Failed {
  return answer.kind === 'failed'
}
