import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Entrance } from '../job.ts'

export type WatchersQuestion =
  | { readonly type: 'watch'; readonly entrances: readonly Entrance[] }
  | { readonly type: 'seen' }

/** Screen by screen: when the last change came, in milliseconds since 1970, and all bytes of changes until now. */
export type Seen = readonly { readonly lastAt: number; readonly bytes: number }[]

/** Screens that look at a board, in a process of their own. */
export class Watchers {
  readonly #child: ChildProcess

  constructor() {
    const program = fileURLToPath(new URL('watchers-process.ts', import.meta.url))
    this.#child = fork(program, { execArgv: ['--disable-warning=ExperimentalWarning'] })
  }

  /** @throws {Error} When one of them is not let in. */
  watch(entrances: readonly Entrance[]): Promise<Seen> {
    return this.#ask({ type: 'watch', entrances })
  }

  seen(): Promise<Seen> {
    return this.#ask({ type: 'seen' })
  }

  end(): void {
    this.#child.kill()
  }

  #ask(question: WatchersQuestion): Promise<Seen> {
    const { promise, resolve, reject } = Promise.withResolvers<Seen>()
    this.#child.once('message', (answer) => {
      if (typeof answer === 'string') reject(new Error(answer))
      else resolve(answer as Seen)
    })
    this.#child.send(question)
    return promise
  }
}
