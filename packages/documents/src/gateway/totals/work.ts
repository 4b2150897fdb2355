import { UpdateRefusedError } from '../refusal.ts'

/**
 * How much work one update may be. Whoever sends more can send it in pieces; our own client does so
 * by itself when it brings refused work back.
 */
export interface WorkLimits {
  /** Pieces of history; a drag of twenty shapes, without a line, writes 1,200 a second. */
  readonly structs: number
  /** Stretches of deleted history. */
  readonly ranges: number
  /** One device has a new client id for every page that was opened offline. */
  readonly clients: number
  /** How far one struct may put a client's clock on, in ticks. */
  readonly leap: number
  /** Points of drawings above one for every byte: honest ink takes six bytes a point. */
  readonly points: number
  /** Items of the board that Yjs has to pass by or to shift; a million take some 5 ms. */
  readonly steps: number
}

export const workLimits: WorkLimits = {
  structs: 200_000,
  ranges: 200_000,
  clients: 1000,
  leap: 1_000_000,
  points: 200_000,
  steps: 4_000_000,
}

/** How many neighbours in one list are shifted in the time in which one is passed by. */
const SHIFTED_PER_STEP = 8

/** Counts what reading and applying one update takes, before it is done. */
export class Work {
  readonly #limits: WorkLimits
  steps = 0
  points = 0

  /** @param bytes - The size of the update. */
  constructor(limits: WorkLimits = workLimits, bytes = 0) {
    this.#limits = limits
    this.points = -bytes
  }

  /**
   * Items that have to be passed by.
   *
   * @throws {UpdateRefusedError} When it comes to more than one update may take; so do the others.
   */
  pass(items: number): void {
    this.steps += items
    if (this.steps > this.#limits.steps) throw new UpdateRefusedError('too-much-work')
  }

  /** Room is made in the middle of a list of this many structs. */
  shift(structs: number): void {
    this.pass(Math.ceil(structs / SHIFTED_PER_STEP))
  }

  /** Points that a drawing unfolds to. */
  unfold(points: number): void {
    this.points += points
    if (this.points > this.#limits.points) throw new UpdateRefusedError('too-much-work')
  }
}
