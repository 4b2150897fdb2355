import { together } from './changes.ts'
import type { Changes } from './changes.ts'

interface AnnouncerOptions {
  readonly say: (changes: readonly Changes[]) => void
  /** Calls back after so many milliseconds; returns how to call it off. */
  readonly wait: (work: () => void, ms: number) => () => void
}

/** Nobody can listen and write at once: at most one message in this time. Milliseconds. */
const QUIET_MS = 5000
/** What happens at one moment is told at one moment. Milliseconds. */
const GATHER_MS = 600

/** Tells what others did: grouped, and with silence in between. */
export class Announcer {
  readonly #say: AnnouncerOptions['say']
  readonly #wait: AnnouncerOptions['wait']
  #waiting: readonly Changes[] = []
  #isQuiet = false
  #callOff: (() => void) | undefined

  constructor({ say, wait }: AnnouncerOptions) {
    this.#say = say
    this.#wait = wait
  }

  note(changes: readonly Changes[]): void {
    if (changes.length === 0) return
    this.#waiting = together(this.#waiting, changes)
    if (!this.#isQuiet) this.#callOff ??= this.#wait(this.#tell, GATHER_MS)
  }

  /** Forgets what was not told yet and tells nothing more. */
  stop(): void {
    this.#callOff?.()
    this.#callOff = undefined
    this.#waiting = []
    this.#isQuiet = false
  }

  readonly #tell = (): void => {
    const changes = this.#waiting
    this.#waiting = []
    this.#isQuiet = changes.length > 0
    this.#callOff = this.#isQuiet ? this.#wait(this.#tell, QUIET_MS) : undefined
    if (changes.length > 0) this.#say(changes)
  }
}
