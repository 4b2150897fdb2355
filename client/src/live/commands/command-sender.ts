import type { ClientCommand, CommandAnswer, Problem } from '@stip/api'
import { type Answer, isAnswered, noAnswer } from '../requests/ask.ts'
import type { SeenCommand } from '../api/command-api.ts'
import { askPerPress } from '../requests/per-press.ts'

/** After so long a press is not sent again, in milliseconds: the moment that it was about is over. */
export const staleMs = 30_000

/** Pauses before a press is sent again, in milliseconds; half of each is chance. The last one stays. */
const pausesMs = [600, 2000, 5000] as const

/** How long what was carried out stays on the screen by itself, until the session says so, in milliseconds. */
const untilToldMs = 10_000

/** What somebody pressed, and of which it is not known yet what the session looks like after it. */
export interface Press extends SeenCommand {
  /** `sessionRevision` of the session after it; undefined while there is no answer. */
  readonly revision: number | undefined
  /** What every clock of this device said then. */
  readonly at: readonly number[]
}

/** What became of a press. */
export type Fate =
  | { readonly kind: 'done'; readonly answer: CommandAnswer }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Nobody knows; it is not sent again by itself. */
  | { readonly kind: 'lost'; readonly problem: Problem }

/** The outside world of a sender, so that a test can play it. */
export interface SenderWorld {
  /** Under which name the key of a lost press is kept. */
  readonly kind: string
  readonly send: (press: SeenCommand, key: string) => Promise<Answer<CommandAnswer>>
  /** Ends earlier when the network is back. */
  readonly pause: (ms: number) => Promise<void>
  /** What every clock of this device says, in milliseconds: one may stop while it sleeps, one may be set. */
  readonly clocks: () => readonly number[]
  readonly random: () => number
}

/**
 * Sends what somebody presses, one after the other and each with a key of its own, until the server
 * said what became of it. What was pressed too long ago is not sent any more: a phone that comes back
 * after an hour says that it did nothing.
 */
export class CommandSender {
  readonly #world: SenderWorld
  readonly #listeners = new Set<() => void>()
  #pending: readonly Press[] = []
  #queue: Promise<unknown> = Promise.resolve()

  constructor(world: SenderWorld) {
    this.#world = world
  }

  /** What was pressed and is not on the screen of the session yet, in order. */
  get pending(): readonly Press[] {
    return this.#pending
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async press(command: ClientCommand, seenRevision: number): Promise<Fate> {
    const press: Press = { command, seenRevision, revision: undefined, at: this.#world.clocks() }
    this.#change([...this.#pending, press])
    const turn = this.#queue.then(() => this.#sendUntilAnswered(press))
    this.#queue = turn
    const fate = await turn
    if (fate.kind === 'done') void this.#waitUntilTold(press, fate.answer)
    else this.#change(this.#pending.filter((each) => each !== press))
    return fate
  }

  async #sendUntilAnswered(press: Press): Promise<Fate> {
    const { kind, send, pause, random } = this.#world
    const { command, seenRevision } = press
    const ask = (key: string) => send({ command, seenRevision }, key)
    const answer = await askPerPress(kind, command, async (key) => {
      let answered = this.#isStale(press) ? noAnswer : await ask(key)
      for (let turn = 0; !isAnswered(answered); turn++) {
        const ms = pausesMs[Math.min(turn, pausesMs.length - 1)] ?? 0
        // oxlint-disable-next-line no-await-in-loop
        await pause(ms / 2 + (random() * ms) / 2)
        if (this.#isStale(press)) break
        // oxlint-disable-next-line no-await-in-loop
        answered = await ask(key)
      }
      return answered
    })
    if (answer.ok) return { kind: 'done', answer: answer.value }
    return { kind: isAnswered(answer) ? 'refused' : 'lost', problem: answer.problem }
  }

  /** By any clock: too early is said, too late would be done. */
  #isStale({ at }: Press): boolean {
    return this.#world.clocks().some((now, clock) => now - (at[clock] ?? now) > staleMs)
  }

  async #waitUntilTold(press: Press, { revision }: CommandAnswer): Promise<void> {
    const answered = { ...press, revision }
    this.#change(this.#pending.map((each) => (each === press ? answered : each)))
    await this.#world.pause(untilToldMs)
    this.#change(this.#pending.filter((each) => each !== answered))
  }

  #change(pending: readonly Press[]): void {
    this.#pending = pending
    for (const listener of this.#listeners) listener()
  }
}
