import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Where the bystander works, and as whom. */
export interface Post {
  readonly url: string
  readonly cookie: string
  readonly boardId: string
  readonly record: string
}

/** What the bystander met with. */
export interface Experience {
  /** How long each move took to be on another screen, in ms. */
  readonly latencies: readonly number[]
  /** Why honest work was refused, if it was. */
  readonly refused: string | undefined
}

/**
 * Somebody who moves a note ten times a second while others attack, and somebody who watches. In a
 * thread of their own: whoever makes attacks is too busy to tell how long anything takes.
 */
export class Bystander {
  readonly #worker: Worker

  constructor(post: Post) {
    this.#worker = new Worker(new URL('bystander-thread.ts', import.meta.url), { workerData: post })
  }

  /** Ends the work, and tells how it went. */
  async leave(): Promise<Experience> {
    // A thread of our own has no origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#worker.postMessage('leave')
    const [experience] = (await once(this.#worker, 'message')) as [Experience]
    await this.#worker.terminate()
    return experience
  }
}
