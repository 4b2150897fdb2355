import type { Ballot, BallotsView } from '@stip/api'
import { ok, refuse } from '@stip/primitives'
import type { PersonId, Result, SessionId } from '@stip/primitives'
import { askedCount, fittingAnswers, openQuestion, voterOf } from '@stip/workshop'
import type { BallotRefusal, Question, Session, Totals } from '@stip/workshop'
import type { After } from '../history/snapshot-keeper.ts'
import type { BallotStore } from '../storage/stores/ballot-store.ts'
import { BallotBox } from './ballot-box.ts'

/** Screens hear at most this often how many answered, in ms… */
const PACE_MS = 1000
/** …and less often, the more are asked: each of them is a screen that is told. */
const PACE_PER_PERSON_MS = 5

/** Why a ballot is not taken. */
type Refusal = BallotRefusal | 'question-is-closed' | 'no-such-person'

interface BallotDeskOptions {
  readonly store: BallotStore
  readonly find: (sessionId: SessionId) => Session | undefined
  /** Something may look different on the screens of a session. */
  readonly touch: (sessionId: SessionId) => void
  readonly after: After
}

/** Whose ballot, of which question. */
interface Cast {
  readonly sessionId: SessionId
  readonly questionId: string
  readonly personId: PersonId
}

/** Takes ballots, and says how far the answers are. */
export class BallotDesk {
  readonly #options: BallotDeskOptions
  /** By question. */
  readonly #boxes = new Map<string, Promise<BallotBox | undefined>>()
  readonly #open = new Map<string, BallotBox>()
  /** Sessions whose screens will hear of it in a moment. */
  readonly #toTell = new Map<SessionId, () => void>()

  constructor(options: BallotDeskOptions) {
    this.#options = options
  }

  /** Reads the ballots of a session, before its screens are told anything. */
  async read(sessionId: SessionId): Promise<void> {
    const boxes = await this.#options.store.boxesOf(sessionId)
    await Promise.all(boxes.map(({ questionId }) => this.#boxOf({ sessionId, questionId })))
  }

  /**
   * Takes what somebody answers, in place of what they answered before. It is on disk when this resolves.
   *
   * @throws {Error} When it could not be stored.
   */
  async cast(cast: Cast, { answers, also = [] }: Ballot): Promise<Result<Ballot, Refusal>> {
    const box = await this.#boxOf(cast)
    // Nothing is waited for from here until it stands in the row: closing counts all that does.
    const session = this.#options.find(cast.sessionId)
    const question = session && openQuestion(session)
    if (box === undefined || box.isClosing || session === undefined) {
      return refuse('question-is-closed')
    }
    if (question?.id !== cast.questionId) return refuse('question-is-closed')
    const person = voterOf(session, cast.personId)
    if (person === undefined) return refuse('no-such-person')
    const fitting = fittingAnswers(question, person.groupId, { answers })
    if (!fitting.ok) return fitting
    if (!(await box.cast(person, fitting.value, also))) return refuse('question-is-closed')
    this.#tell(session, question)
    return ok(box.ballotOf(person.id))
  }

  /** What somebody answered to the question that is open. */
  async ballotOf(cast: Cast): Promise<Ballot> {
    const box = await this.#boxOf(cast)
    return box?.ballotOf(cast.personId) ?? { answers: [], also: [] }
  }

  /** What screens are told of the question that is open. */
  told(session: Session): BallotsView | undefined {
    const question = openQuestion(session)
    if (question === undefined) return undefined
    const box = this.#open.get(question.id)
    const answered = box?.answered ?? 0
    const asked = Math.max(askedCount(session, question), answered)
    const told = { questionId: question.id, answered, asked }
    if (!question.isRevealed || box === undefined) return told
    return { ...told, totals: box.totals(question, asked) as BallotsView['totals'] }
  }

  /** Counts a question for good: nothing is taken any more, unless `commit` fails. */
  async close<T>(
    session: Session,
    question: Question,
    commit: (totals: Totals) => Promise<T>,
  ): Promise<T> {
    const box = await this.#boxOf({ sessionId: session.id, questionId: question.id })
    const asked = askedCount(session, question)
    if (box === undefined) return commit({ answered: 0, asked, items: [] })
    box.isClosing = true
    try {
      await box.settled()
      return await commit(box.finalTotals(question, asked))
    } finally {
      // From here on the session says whether it is open.
      box.isClosing = false
    }
  }

  /** Nothing of it is in memory any more. */
  forget(questionIds: readonly string[]): void {
    for (const questionId of questionIds) {
      this.#boxes.delete(questionId)
      this.#open.delete(questionId)
    }
  }

  /** Tells nobody anything more. */
  end(): void {
    for (const stop of this.#toTell.values()) stop()
    this.#toTell.clear()
  }

  #boxOf({ sessionId, questionId }: Omit<Cast, 'personId'>): Promise<BallotBox | undefined> {
    const known = this.#boxes.get(questionId)
    if (known !== undefined) return known
    const reading = this.#readBox(sessionId, questionId)
    this.#boxes.set(questionId, reading)
    const forget = (): void => {
      if (this.#boxes.get(questionId) === reading) this.#boxes.delete(questionId)
    }
    // Names that somebody made up are not remembered.
    reading.then((box) => box ?? forget(), forget)
    return reading
  }

  async #readBox(sessionId: SessionId, questionId: string): Promise<BallotBox | undefined> {
    const { store } = this.#options
    const found = (await store.boxesOf(sessionId)).find((each) => each.questionId === questionId)
    if (found === undefined) return undefined
    const box = await BallotBox.open(store, found)
    this.#open.set(questionId, box)
    return box
  }

  #tell(session: Session, question: Question): void {
    const { id: sessionId } = session
    if (this.#toTell.has(sessionId)) return
    const { after, touch } = this.#options
    const tell = (): void => {
      this.#toTell.delete(sessionId)
      touch(sessionId)
    }
    const paceMs = Math.max(PACE_MS, PACE_PER_PERSON_MS * askedCount(session, question))
    this.#toTell.set(sessionId, after(paceMs, tell))
  }
}
