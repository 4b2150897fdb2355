import { decodeInk } from './ink-bytes.ts'
import type { InkLook } from './ink-bytes.ts'

/** A trail that somebody else is drawing now. */
export interface WetTrail extends InkLook {
  /** x and y by turns, in board units. */
  readonly points: number[]
  /** When each point was heard, in ms; what is left of a laser is its last moments. */
  readonly heardAt: number[]
  endedAt: number | undefined
}

/** How long ink waits for the drawing that it becomes, in ms. */
const DRYING_MS = 2_000
/** The line of somebody who drew broke; in ms. */
const SILENCE_MS = 10_000
/** How long the light of a laser stays, in ms. */
const LASER_MS = 1_000
/** More at once is nobody's evening. */
const MOST_TRAILS = 64
const MOST_POINTS = 6_000

/** The ink of others that is still wet, and the light of their lasers. */
export class WetTrails {
  readonly #trails = new Map<number, WetTrail>()
  readonly #now: () => number
  readonly #isDry: (record: string) => boolean

  /** @param isDry - Whether the drawing that a trail becomes is on the board. */
  constructor(now: () => number, isDry: (record: string) => boolean) {
    this.#now = now
    this.#isDry = isDry
  }

  get isEmpty(): boolean {
    return this.#trails.size === 0
  }

  /** Takes in what somebody shows; what makes no sense is passed over. */
  hear(number: number, content: Uint8Array): void {
    const known = this.#trails.get(number)
    const frame = decodeInk(content, known && [known.points.at(-2) ?? 0, known.points.at(-1) ?? 0])
    if (frame === undefined) return
    if (frame.kind === 'ends') {
      if (known !== undefined) known.endedAt = this.#now()
      return
    }
    if (frame.kind === 'begins') {
      const begun = { ...frame.look, points: [], heardAt: [], endedAt: undefined }
      if (this.#trails.size >= MOST_TRAILS || this.#isDry(frame.look.record)) return
      this.#trails.set(number, begun)
    }
    const trail = this.#trails.get(number)
    if (trail === undefined || trail.points.length + frame.points.length > MOST_POINTS) return
    trail.points.push(...frame.points)
    for (let left = frame.points.length / 2; left > 0; left--) trail.heardAt.push(this.#now())
  }

  /** What is to be seen now; forgets what is dry, or faded. */
  visible(): readonly WetTrail[] {
    const now = this.#now()
    for (const [number, trail] of this.#trails) {
      if (trail.tool === 'laser') fade(trail, now - LASER_MS)
      if (this.#isOver(trail, now)) this.#trails.delete(number)
    }
    return [...this.#trails.values()]
  }

  #isOver(trail: WetTrail, now: number): boolean {
    const { tool, points, heardAt, endedAt, record } = trail
    if (tool === 'laser') return points.length === 0
    if (endedAt !== undefined && now - endedAt > DRYING_MS) return true
    return this.#isDry(record) || now - (heardAt.at(-1) ?? now) > SILENCE_MS
  }
}

function fade({ points, heardAt, endedAt }: WetTrail, until: number): void {
  // A dot that is held still stays, until the laser goes out.
  const keeps = endedAt === undefined ? 1 : 0
  while (heardAt.length > keeps && (heardAt[0] ?? 0) < until) {
    heardAt.shift()
    points.splice(0, 2)
  }
  if (heardAt.length === 1 && (heardAt[0] ?? 0) < until - SILENCE_MS) {
    heardAt.length = 0
    points.length = 0
  }
}
