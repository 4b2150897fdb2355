/** The shortest pause between two lines about the same, in ms. */
const PAUSE_MS = 10_000

/** Says how far it is: at every new step, and now and then while one goes on. */
export class Said {
  readonly #write: (line: string) => void
  #about = 0
  #at = 0

  constructor(write: (line: string) => void) {
    this.#write = write
  }

  say(line: string): void {
    this.#write(line)
    this.#at = performance.now()
  }

  /** @param about - What it is about; a change of that is said at once. */
  nowAndThen(about: number, line: string): void {
    if (about === this.#about && performance.now() - this.#at < PAUSE_MS) return
    this.#about = about
    this.say(line)
  }
}
