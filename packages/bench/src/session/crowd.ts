import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Entrance } from '../job.ts'

/** What the process of the crowd is asked. */
export type CrowdQuestion =
  | { readonly type: 'follow'; readonly entrances: readonly Entrance[] }
  | { readonly type: 'expect'; readonly position: number }
  | { readonly type: 'count' }
  | { readonly type: 'leave' }

export interface CrowdAnswer {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}

/** What came to all screens until now. */
export interface Count {
  readonly screens: number
  /** Lines that the server ended. */
  readonly wasClosed: number
  readonly bytes: readonly number[]
  readonly messages: readonly number[]
  /** Of screens that have the step that was waited for: when, in milliseconds since 1970. */
  readonly hadStepAt: readonly number[]
}

/** Screens that follow a session, in a process of their own. */
export class Crowd {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, (answer: CrowdAnswer) => void>()
  #asked = 0

  constructor() {
    const program = fileURLToPath(new URL('crowd-process.ts', import.meta.url))
    this.#child = fork(program, { execArgv: ['--disable-warning=ExperimentalWarning'] })
    this.#child.on('message', (answer: CrowdAnswer) => this.#waiting.get(answer.id)?.(answer))
    this.#child.on('exit', () => {
      for (const told of this.#waiting.values()) told({ id: 0, error: 'The crowd has gone.' })
    })
  }

  follow(entrances: readonly Entrance[]): Promise<number> {
    return this.#ask({ type: 'follow', entrances })
  }

  /** From now on screens note when they have this step. */
  expect(position: number): Promise<void> {
    return this.#ask({ type: 'expect', position })
  }

  count(): Promise<Count> {
    return this.#ask({ type: 'count' })
  }

  leave(): Promise<void> {
    return this.#ask({ type: 'leave' })
  }

  end(): void {
    this.#child.kill()
  }

  async #ask<Value>(question: CrowdQuestion): Promise<Value> {
    const id = ++this.#asked
    const { promise, resolve } = Promise.withResolvers<CrowdAnswer>()
    this.#waiting.set(id, resolve)
    this.#child.send({ id, question })
    const { value, error } = await promise
    this.#waiting.delete(id)
    if (error !== undefined) throw new Error(error)
    return value as Value
  }
}
