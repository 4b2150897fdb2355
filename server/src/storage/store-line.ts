import { errorOf } from './log/log-messages.ts'
import type { StoreAnswer, StoresQuestion } from './log/log-messages.ts'
import type { Ask } from './stores/stores.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: Error) => void
}

/**
 * Where stores ask the thread that keeps their tables. What is asked in one turn of this thread goes
 * there together; it is answered in the order in which it was asked.
 */
export class StoreLine {
  readonly #send: (question: StoresQuestion) => void
  readonly #waiting = new Map<number, Waiting>()
  #calls: StoresQuestion['calls'][number][] = []
  #ids = 0
  #isClosed = false

  /** @param send - Throws when there is no thread now. */
  constructor(send: (question: StoresQuestion) => void) {
    this.#send = send
  }

  /** @throws {Error} When the thread broke before it answered: whether something was written is then unknown. */
  readonly ask: Ask = (call) => {
    if (this.#isClosed) return Promise.reject(new Error('The stores are closed.'))
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const id = this.#ids++
    this.#waiting.set(id, { resolve, reject })
    this.#calls.push({ ...call, id })
    if (this.#calls.length === 1) setImmediate(() => this.#flush())
    return promise
  }

  hear(answers: readonly StoreAnswer[]): void {
    for (const answer of answers) {
      const waiting = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if ('failure' in answer) waiting?.reject(errorOf(answer.failure))
      else waiting?.resolve(answer.value)
    }
  }

  /** The thread is gone, with all that it was asked. */
  ended(reason: Error): void {
    const calls = new Set(this.#calls.map(({ id }) => id))
    for (const [id, { reject }] of this.#waiting) {
      // What waits here goes to the next thread, or is refused then.
      if (calls.has(id)) continue
      this.#waiting.delete(id)
      reject(reason)
    }
  }

  /** Takes nothing more; what was asked before is with the thread when this returns. */
  close(): void {
    this.#isClosed = true
    this.#flush()
  }

  #flush(): void {
    const calls = this.#calls
    this.#calls = []
    if (calls.length === 0) return
    try {
      this.#send({ kind: 'stores', calls })
    } catch (error) {
      for (const { id } of calls) {
        this.#waiting.get(id)?.reject(error as Error)
        this.#waiting.delete(id)
      }
    }
  }
}
