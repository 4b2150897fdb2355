import type { Outline } from '@stip/board'
import type { RecordId } from '@stip/primitives'
import { changesBetween } from '../changes.ts'
import type { Changes } from '../changes.ts'

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
  /** What was told last, or what there was before anything happened since. */
  #before: Outline | undefined
  #now: Outline | undefined
  #touched = new Set<RecordId>()
  #isQuiet = false
  #callOff: (() => void) | undefined

  constructor({ say, wait }: AnnouncerOptions) {
    this.#say = say
    this.#wait = wait
  }

  /** Others touched these things between one moment and the next. */
  note(before: Outline, now: Outline, byOthers: ReadonlySet<RecordId>): void {
    this.#now = now
    if (byOthers.size === 0) return
    this.#before ??= before
    for (const id of byOthers) this.#touched.add(id)
    if (!this.#isQuiet) this.#callOff ??= this.#wait(this.#tell, GATHER_MS)
  }

  /** Forgets what was not told yet and tells nothing more of it. */
  stop(): void {
    this.#callOff?.()
    this.#callOff = undefined
    this.#before = undefined
    this.#touched = new Set()
    this.#isQuiet = false
  }

  readonly #tell = (): void => {
    const changes =
      this.#before === undefined || this.#now === undefined
        ? []
        : changesBetween(this.#before, this.#now, this.#touched)
    this.#before = undefined
    this.#touched = new Set()
    this.#isQuiet = changes.length > 0
    this.#callOff = this.#isQuiet ? this.#wait(this.#tell, QUIET_MS) : undefined
    if (changes.length > 0) this.#say(changes)
  }
}
