/** A gesture that went on for this long was meant, if it went somewhere; in milliseconds. */
const MEANT_AFTER_MS = 250
/** What stays within this distance may be a finger that waits for the other; in pixels of the screen. */
const AT_LEAST = 16
/** What came this far was meant, however fast; in pixels of the screen. */
const CERTAINLY = 60

interface Point {
  readonly x: number
  readonly y: number
}

/** What one finger has done since it was put down, and whether it may still become a pinch. */
export class YoungGesture {
  readonly #from: Point
  readonly #since: number
  readonly #now: () => number
  #farthest = 0

  /** @param now - A clock that nobody sets, in milliseconds. */
  constructor(from: Point, now: () => number) {
    this.#from = { x: from.x, y: from.y }
    this.#now = now
    this.#since = now()
  }

  movedTo({ x, y }: Point): void {
    this.#farthest = Math.max(this.#farthest, Math.hypot(x - this.#from.x, y - this.#from.y))
  }

  /** Nothing of it counts yet: with a second finger, all of it was the beginning of a pinch. */
  get isYoung(): boolean {
    if (this.#farthest < AT_LEAST) return true
    return this.#farthest < CERTAINLY && this.#now() - this.#since < MEANT_AFTER_MS
  }
}
