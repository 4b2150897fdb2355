import { threadLimits } from '../../gc-settings.ts'
import { Worker } from 'node:worker_threads'
import { errorOf } from './log-messages.ts'
import type { CheckedNews, LogAnswer, LogQuestion, StoresQuestion } from './log-messages.ts'
import type { LogThreadData } from './log-thread.ts'

type Opened = Extract<LogAnswer, { kind: 'opened' }>

/** Who hears what the thread says. */
export interface LogWorkerListener {
  readonly hear: (answer: Exclude<LogAnswer, { kind: 'opened' | 'not-opened' }>) => void
  /** The thread is gone, and with it all that it was asked and did not answer. Called once. */
  readonly ended: (reason: Error) => void
}

/** The thread of the log as it is seen from outside, for as long as it lives. */
export class LogWorker {
  /** Rejects when the log does not open. */
  readonly opened: Promise<Opened>
  readonly #thread: Worker

  constructor(data: LogThreadData, { hear, ended }: LogWorkerListener) {
    const { promise, resolve, reject } = Promise.withResolvers<Opened>()
    this.opened = promise
    promise.catch(() => undefined)
    let reason = new Error('The thread of the log is gone.')
    this.#thread = new Worker(new URL('log-thread.ts', import.meta.url), {
      workerData: data,
      resourceLimits: threadLimits,
    })
    this.#thread.on('message', (answer: LogAnswer) => {
      if (answer.kind === 'opened') resolve(answer)
      else if (answer.kind === 'not-opened') reason = errorOf(answer.failure)
      else hear(answer)
    })
    this.#thread.on('error', (error) => {
      reason = error
    })
    this.#thread.on('exit', () => {
      reject(reason)
      ended(reason)
    })
  }

  ask(question: LogQuestion | StoresQuestion | CheckedNews, handedOver: ArrayBuffer[] = []): void {
    this.#thread.postMessage(question, handedOver)
  }

  async end(): Promise<void> {
    await this.#thread.terminate()
  }
}
