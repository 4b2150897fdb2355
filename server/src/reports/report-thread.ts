import { Worker } from 'node:worker_threads'
import { threadLimits } from '../gc-settings.ts'
import { errorOf } from '../storage/log/log-messages.ts'
import type { ReportAnswer, ReportQuestion, ReportTask } from './report-messages.ts'

/** A thread that nobody asked anything for this long, in ms, leaves the memory. */
const IDLE_MS = 30_000
/** What it may use, in MB. */
const MOST_MEMORY = 256

type Answer = Exclude<ReportAnswer, { readonly kind: 'failed' }>

/** The thread in which documents are made; asked one thing at a time. */
export class ReportThread {
  #thread: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #ids = 0
  #isClosed = false

  /** Stops; who waits is refused. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#end()
  }

  ask(task: ReportTask): Promise<Answer> {
    const question: ReportQuestion = { ...task, id: this.#ids++ }
    if (this.#isClosed) return Promise.reject(new Error('The server is stopping.'))
    clearTimeout(this.#idle)
    const thread = (this.#thread ??= new Worker(new URL('report-worker.ts', import.meta.url), {
      resourceLimits: { ...threadLimits, maxOldGenerationSizeMb: MOST_MEMORY },
    }))
    thread.ref()
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const done = (): void => {
      thread.off('message', hear)
      thread.off('error', fail)
      thread.off('exit', fail)
      thread.unref()
      this.#idle = setTimeout(() => void this.#end(), IDLE_MS).unref()
    }
    const hear = (answer: ReportAnswer): void => {
      if (answer.id !== question.id) return
      done()
      if (answer.kind === 'failed') reject(errorOf(answer.failure))
      else resolve(answer)
    }
    const fail = (reason: unknown): void => {
      done()
      // The next question gets a new thread.
      if (this.#thread === thread) this.#thread = undefined
      reject(reason instanceof Error ? reason : new Error('The thread of documents ended.'))
    }
    thread.on('message', hear)
    thread.on('error', fail)
    thread.on('exit', fail)
    thread.postMessage(question, [])
    return promise
  }

  /** Ends the thread; the next question gets a new one. */
  async #end(): Promise<void> {
    clearTimeout(this.#idle)
    const thread = this.#thread
    this.#thread = undefined
    await thread?.terminate()
  }
}
