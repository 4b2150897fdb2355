import type { Ballot, Problem } from '@stip/api'
import { type Answer, isAnswered } from '../../../live/requests/ask.ts'

type Given = Ballot['answers'][number]

/** What somebody answers, and what became of it. */
export interface BallotMoment {
  readonly ballot: Ballot
  readonly state: 'reading' | 'none' | 'sending' | 'waiting' | 'saved'
  /** Why the last press was not taken. */
  readonly problem: Problem | undefined
}

interface BallotWorld {
  readonly read: () => Promise<Answer<Ballot>>
  readonly send: (ballot: Ballot) => Promise<Answer<Ballot>>
  /** Calls back after so many milliseconds. */
  readonly wait: (ms: number, then: () => void) => () => void
}

const nothing: Ballot = { answers: [], also: [] }
/** The first pause before a line that is gone is tried again, in ms; each is twice as long. */
const pauseMs = { first: 1000, longest: 15_000 } as const

/**
 * The ballot of one person at this screen: shown at once, sent one after the other, and again until there is an
 * answer. The last counts, so what is passed by on the way is never sent.
 */
export class OwnBallot {
  /** Words that are typed and not sent, by what they are about: a question that closes takes nobody's words. */
  readonly unsent = new Map<string, string>()
  readonly #world: BallotWorld
  readonly #listeners = new Set<() => void>()
  #stored = nothing
  #moment: BallotMoment = { ballot: nothing, state: 'reading', problem: undefined }
  #isSending = false
  #pauseMs: number = pauseMs.first
  #stopWaiting: (() => void) | undefined

  constructor(world: BallotWorld) {
    this.#world = world
  }

  get moment(): BallotMoment {
    return this.#moment
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Finds out what was answered before, unless something was pressed meanwhile. */
  readonly read = async (): Promise<void> => {
    if (this.#moment.state !== 'reading') return
    const answer = await this.#world.read()
    if (this.#moment.state !== 'reading') return
    if (answer.ok) this.#keep(answer.value)
    else this.#become({ state: 'none' })
  }

  /** Answers one thing, in place of what was answered to it before; undefined takes that back. */
  answer(item: string, given: Given | undefined): void {
    const others = this.#moment.ballot.answers.filter((each) => each.item !== item)
    const answers = given === undefined ? others : [...others, given]
    this.#want({ ...this.#moment.ballot, answers })
  }

  /** Says "Ik ook" to what somebody wrote, or no longer. */
  say(id: string, on: boolean): void {
    const others = (this.#moment.ballot.also ?? []).filter((each) => each !== id)
    this.#want({ ...this.#moment.ballot, also: on ? [...others, id] : others })
  }

  /** Tries again now: there is a line again. */
  readonly sendNow = (): void => {
    if (this.#moment.state === 'waiting') void this.#send()
  }

  #want(ballot: Ballot): void {
    this.#become({ ballot, state: 'sending', problem: undefined })
    this.#pauseMs = pauseMs.first
    void this.#send()
  }

  async #send(): Promise<void> {
    this.#stopWaiting?.()
    this.#stopWaiting = undefined
    if (this.#isSending) return
    this.#isSending = true
    const { ballot } = this.#moment
    const answer = await this.#world.send(ballot)
    this.#isSending = false
    const isLast = this.#moment.ballot === ballot
    if (answer.ok) {
      this.#stored = answer.value
      if (isLast) this.#keep(answer.value)
      else void this.#send()
      return
    }
    if (isAnswered(answer)) {
      // What was shown is not so: back to what counts.
      if (isLast) this.#keep(this.#stored, answer.problem)
      else void this.#send()
      return
    }
    this.#become({ state: 'waiting' })
    this.#stopWaiting = this.#world.wait(this.#pauseMs, () => void this.#send())
    this.#pauseMs = Math.min(2 * this.#pauseMs, pauseMs.longest)
  }

  #keep(ballot: Ballot, problem?: Problem): void {
    this.#stored = ballot
    const isEmpty = ballot.answers.length + (ballot.also?.length ?? 0) === 0
    this.#become({ ballot, state: isEmpty ? 'none' : 'saved', problem })
  }

  #become(difference: Partial<BallotMoment>): void {
    this.#moment = { ...this.#moment, ...difference }
    for (const listener of this.#listeners) listener()
  }
}
