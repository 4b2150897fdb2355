import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** How honest people fared since they were last asked. */
export interface HonestReport {
  /** How long each move took to be on another screen, in ms. */
  readonly latencies: readonly number[]
  /** Why honest work was refused or a connection ended, if so. */
  readonly problems: readonly string[]
}

/**
 * Twelve people who draw on a board of their own session while others attack, in a process of
 * their own: whoever makes attacks is too busy to tell how long anything takes.
 */
export class HonestPeople {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  /** Resolves when all twelve are at work. */
  static async start(url: string): Promise<HonestPeople> {
    const program = fileURLToPath(new URL('honest-people-process.ts', import.meta.url))
    const child = fork(program, [url], { execArgv: ['--disable-warning=ExperimentalWarning'] })
    const ended = once(child, 'exit').then(() => {
      throw new Error('The honest people ended.')
    })
    await Promise.race([once(child, 'message'), ended])
    ended.catch(() => undefined)
    return new HonestPeople(child)
  }

  /** How they fared since the last time this was asked. */
  async report(): Promise<HonestReport> {
    const answer = once(this.#child, 'message')
    this.#child.send('how are you')
    const [report] = (await answer) as [HonestReport]
    return report
  }

  leave(): void {
    this.#child.kill()
  }
}
