import type { Ballot } from '@stip/api'
import type { PersonId } from '@stip/primitives'
import { answeredIn, totalsOf } from '@stip/workshop'
import type { Answer, AskedQuestion, CountedBallot, Person, Totals } from '@stip/workshop'
import type { BallotStore, StoredBallot } from '../storage/stores/ballot-store.ts'
import { saidName, voterName } from './voters.ts'

interface Waiting {
  readonly stored: StoredBallot
  readonly counted: CountedBallot | undefined
}

/** What is answered without who answered, as it is stored. */
type Kept = Pick<CountedBallot, 'answers' | 'also'>

/**
 * The ballots of one question, in memory as they are on the disk. What is sent while others are being
 * written goes with the next write: a thousand at once are a few writes.
 */
export class BallotBox {
  readonly #store: BallotStore
  readonly #questionId: string
  readonly #secret: Uint8Array
  readonly #ballots = new Map<string, CountedBallot>()
  #waiting = new Map<string, Waiting>()
  #writing: Promise<unknown> = Promise.resolve()
  #next: Promise<boolean> | undefined
  #totals: { readonly asked: number; readonly totals: Totals } | undefined
  /** Takes nothing more, while it is counted. */
  isClosing = false

  private constructor(store: BallotStore, questionId: string, secret: Uint8Array) {
    this.#store = store
    this.#questionId = questionId
    this.#secret = secret
  }

  /** Reads what was cast before. */
  static async open(
    store: BallotStore,
    { questionId, secret }: { readonly questionId: string; readonly secret: Uint8Array },
  ): Promise<BallotBox> {
    const box = new BallotBox(store, questionId, secret)
    for (const { voter, role, groupId, answers } of await store.ballotsOf(questionId)) {
      const kept = JSON.parse(answers ?? '{}') as Kept
      box.#ballots.set(hex(voter), { role, groupId, ...kept })
    }
    return box
  }

  /** How many answered. */
  get answered(): number {
    return answeredIn([...this.#ballots.values()])
  }

  /**
   * Keeps what somebody answers in place of what they answered before.
   *
   * @returns Whether the question took it; it is on disk then.
   * @throws {Error} When it could not be stored.
   */
  cast(
    { id, mixingRole: role, groupId }: Pick<Person, 'id' | 'mixingRole' | 'groupId'>,
    answers: readonly Answer[],
    also: readonly string[],
  ): Promise<boolean> {
    const voter = voterName(this.#secret, id)
    const name = hex(voter)
    const kept: Kept = {
      answers: answers.map((answer) => this.#named(name, answer)),
      also: [...new Set(also)],
    }
    const isEmpty = kept.answers.length + kept.also.length === 0
    this.#waiting.set(name, {
      stored: { voter, role, groupId, answers: isEmpty ? undefined : JSON.stringify(kept) },
      counted: isEmpty ? undefined : { role, groupId, ...kept },
    })
    this.#next ??= this.#written()
    return this.#next
  }

  /** What somebody answered, as they would send it. */
  ballotOf(personId: PersonId): Ballot {
    const { answers = [], also = [] } =
      this.#ballots.get(hex(voterName(this.#secret, personId))) ?? {}
    return {
      answers: answers.map(({ item, value, dots, reason, own }) => ({
        item,
        ...(value !== undefined && { value }),
        ...(dots !== undefined && { value: dots }),
        ...(reason !== undefined && { reason: reason.text }),
        ...(own.length > 0 && { own: own.map(({ text }) => text) }),
      })),
      also: [...also],
    }
  }

  /** What the answers come to until now. */
  totals(question: AskedQuestion, asked: number): Totals {
    if (this.#totals?.asked !== asked) {
      const ballots = [...this.#ballots.values()]
      this.#totals = { asked, totals: totalsOf(question, ballots, asked, { byRole: false }) }
    }
    return this.#totals.totals
  }

  /** What the answers came to, once nothing is added any more. */
  finalTotals(question: AskedQuestion, asked: number): Totals {
    return totalsOf(question, [...this.#ballots.values()], asked, { byRole: true })
  }

  /** Resolves when all that was sent until now is on disk, or was refused. */
  async settled(): Promise<void> {
    await this.#next?.catch(() => undefined)
    await this.#writing
  }

  #named(
    voter: string,
    { item, value, dots, reason, own }: Answer,
  ): CountedBallot['answers'][number] {
    const named = (as: string, text: string) => ({
      id: saidName(this.#secret, voter, item, as, text),
      text,
    })
    return {
      item,
      ...(value !== undefined && { value }),
      ...(dots !== undefined && { dots }),
      ...(reason !== undefined && { reason: named(value ?? '', reason) }),
      own: own.map((text) => named('own', text)),
    }
  }

  /** Writes all that waits, after what is being written now. */
  async #written(): Promise<boolean> {
    await this.#writing
    const waiting = this.#waiting
    this.#waiting = new Map()
    this.#next = undefined
    const done = this.#store.cast(
      this.#questionId,
      [...waiting.values()].map(({ stored }) => stored),
    )
    this.#writing = done.catch(() => undefined)
    const isTaken = await done
    if (isTaken) this.#counted(waiting)
    return isTaken
  }

  #counted(written: ReadonlyMap<string, Waiting>): void {
    this.#totals = undefined
    for (const [name, { counted }] of written) {
      if (counted === undefined) this.#ballots.delete(name)
      else this.#ballots.set(name, counted)
    }
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
