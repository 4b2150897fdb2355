import type { SessionView } from '@stip/api'
import { timelineOf } from '../plan/timeline.ts'
import type { Variant } from '../plan/evening.ts'
import type { Happening, Letter, PlannedStep } from '../plan/happening.ts'
import { Acts } from './act.ts'
import { Lead } from './lead.ts'
import type { Device } from './device.ts'
import type { Progress } from './progress.ts'
import { Rest } from './rest.ts'
import { Room } from './room.ts'

/** How fast: so many times as fast as the evening itself, or without any waiting. */
export type Speed = number | 'max'

/** What is played, where and how. */
export interface PlayOptions {
  /** The device of the facilitator; its session waits for its first person. */
  readonly facilitator: Device
  readonly sessionId: string
  readonly variant?: Variant
  readonly speed?: Speed
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

/** What came of it. */
export interface Played {
  readonly people: number
  readonly notes: number
  readonly strokes: number
  /** What the server did not take, in words. */
  readonly refused: readonly string[]
  /** What the file has and the product cannot do yet, by its name there. */
  readonly notPlayed: readonly string[]
}

/** An evening that is being played: it can be played on to a next step, and is ended once. */
export class Rehearsal {
  readonly #options: PlayOptions
  readonly #timeline
  readonly #room: Room
  readonly #acts: Acts
  readonly #rest: Rest
  #done = 0

  private constructor(options: PlayOptions, view: SessionView) {
    const { facilitator, sessionId, variant } = options
    this.#options = options
    this.#timeline = timelineOf(variant)
    this.#room = new Room(facilitator.server, new Lead(facilitator, sessionId), view)
    this.#acts = new Acts(this.#room)
    this.#rest = facilitator.server.rest
  }

  static async begin(options: PlayOptions): Promise<Rehearsal> {
    const view = await new Lead(options.facilitator, options.sessionId).view()
    return new Rehearsal(options, view)
  }

  /** Plays the whole evening. */
  playAll(): Promise<Played> {
    return this.playTo(this.#timeline.steps.length)
  }

  /** Plays up to and including a step, counted from 1; what was played is not played again. */
  async playTo(step: number): Promise<Played> {
    const last = Math.min(step, this.#timeline.steps.length)
    for (const planned of this.#timeline.steps.slice(this.#done, last)) {
      // oxlint-disable-next-line no-await-in-loop -- An evening has its steps one after the other.
      await this.#playStep(planned, last)
      this.#done++
    }
    const { notes, strokes, refused } = this.#acts
    const notPlayed = this.#timeline.steps.slice(0, last).flatMap((planned) => planned.notPlayed)
    return { people: this.#room.peopleCount, notes, strokes, refused, notPlayed }
  }

  /** The device of a person by their number in the file; undefined for who has no screen. */
  deviceOf(person: number): Device | undefined {
    const seat = this.#room.seatOf(person)
    return seat.role === 'participant' ? seat.device : undefined
  }

  /** Everybody goes home; what they made stays. */
  end(): void {
    this.#room.close()
  }

  async #playStep(step: PlannedStep, last: number): Promise<void> {
    await this.#room.lead.command({ type: 'go-to-step', position: step.position })
    this.#room.turnTo(step.board)
    this.#tell(step, last)
    const lanes = new Lanes()
    const startedAt = performance.now()
    for (const happening of step.happenings) {
      // oxlint-disable-next-line no-await-in-loop -- One thing after the other.
      await this.#rest.forMs(this.#waitFor(happening.at, startedAt))
      // oxlint-disable-next-line no-await-in-loop
      await lanes.run(happening.group, () => this.#carryOut(happening, step, last))
    }
    await lanes.ended()
    this.#tell(step, last)
  }

  async #carryOut(happening: Happening, step: PlannedStep, last: number): Promise<void> {
    this.#rest.signal.throwIfAborted()
    await this.#acts.carryOut(happening)
    this.#tell(step, last)
  }

  #waitFor(at: number, startedAt: number): number {
    const { speed = 'max' } = this.#options
    return speed === 'max' ? 0 : startedAt + (at * 1000) / speed - performance.now()
  }

  #tell({ position, title }: PlannedStep, lastStep: number): void {
    const { notes, strokes } = this.#acts
    const people = this.#room.peopleCount
    const step = position + 1
    this.#options.onProgress?.({ step, lastStep, title, people, notes, strokes, isWaiting: false })
  }
}

/** Each group works on by itself; what is about everybody waits for all of them. */
class Lanes {
  readonly #lanes = new Map<Letter, Promise<void>>()

  async run(letter: Letter | null, work: () => Promise<void>): Promise<void> {
    if (letter === null) {
      await this.ended()
      return work()
    }
    const lane = (this.#lanes.get(letter) ?? Promise.resolve()).then(work)
    // It is heard when the lanes are waited for.
    lane.catch(() => undefined)
    this.#lanes.set(letter, lane)
  }

  async ended(): Promise<void> {
    await Promise.all(this.#lanes.values())
  }
}
