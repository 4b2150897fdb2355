import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A move as it left the person who made it. */
export interface Move {
  readonly id: string
  readonly x: number
  /** By the clock of this machine, in milliseconds. */
  readonly at: number
}

/** What the process of the remote people is told. */
export type Order =
  | {
      readonly kind: 'join'
      readonly people: readonly {
        readonly url: string
        readonly headers: Readonly<Record<string, string>>
      }[]
      /** How many notes they put on the board first. */
      readonly notes: number
    }
  | { readonly kind: 'draw'; readonly hertz: number; readonly notes: number }
  | { readonly kind: 'stop' }
  | { readonly kind: 'leave' }

/** People who draw from elsewhere, each on a line of their own, in one process. */
export class RemotePeople {
  readonly #child: ChildProcess = fork(fileURLToPath(new URL('people-process.ts', import.meta.url)))

  async tell(order: Order): Promise<readonly Move[]> {
    const answer = once(this.#child, 'message')
    this.#child.send(order)
    const [{ moves }] = (await answer) as [{ readonly moves: readonly Move[] }]
    return moves
  }

  leave(): void {
    this.#child.kill()
  }
}
