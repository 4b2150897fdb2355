import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { errorOf } from '../log/log-messages.ts'
import type { Failure } from '../log/log-messages.ts'

/** What the process that checks says, once. */
export type CheckNews =
  | { readonly kind: 'sound' }
  | { readonly kind: 'not-sound'; readonly failure: Failure }

interface Listener {
  /** Everything is as it was written. */
  readonly sound: () => void
  /** Something is not, or could not be read. */
  readonly notSound: (error: Error) => void
}

/** Looks through all that is stored of sessions, in the background, while a server runs. */
export class BackgroundCheck {
  readonly #child: ChildProcess

  /** @param folder - The data folder. */
  constructor(folder: string, { sound, notSound }: Listener) {
    let isOver = false
    const once = (work: () => void): void => {
      if (!isOver) work()
      isOver = true
    }
    const file = fileURLToPath(new URL('check-process.ts', import.meta.url))
    this.#child = fork(file, [folder], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.on('message', (news: CheckNews) => {
      once(() => (news.kind === 'sound' ? sound() : notSound(errorOf(news.failure))))
    })
    this.#child.once('error', (error) => once(() => notSound(error)))
    this.#child.once('exit', (code) => {
      once(() => notSound(new Error(`The check ended with ${code ?? 'a signal'}.`)))
    })
    this.close = () => {
      isOver = true
      this.#child.kill()
    }
  }

  /** Ends it, when it is still at work. */
  readonly close: () => void
}
