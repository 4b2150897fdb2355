import type { BoardId } from '@stip/primitives'
import { AskedThread } from '../board-thread/asked-thread.ts'
import type { Collecting } from '../board-thread/questions.ts'
import { Turns } from '../turns.ts'
import type { Asker } from '../turns.ts'
import type {
  CardsAsked,
  NotesAsked,
  ProposalAnswer,
  ProposalQuestion,
  ProposalsMade,
  ThreadData,
} from './proposal-questions.ts'

/** A facilitator asks again when something changed; more than this is a script. */
const MOST_WAITING = 3
/** What the thread may use, in MB. A vision that needs more gets no proposals, and the server goes on. */
const MOST_MEMORY = 768
/** So many visions are remembered. */
const MOST_KEPT = 20

interface Wanted {
  readonly vision: BoardId
  readonly boards: Collecting['boards']
  readonly notSame: CardsAsked['notSame']
}

interface ProposerOptions extends ThreadData {
  /** Hears why the file of word vectors is of no use; cards are compared without it. */
  readonly onWrongVectors: (why: string) => void
}

/** Which cards on a vision may say the same: compared in a thread, in turns, once for the same cards. */
export class Proposer {
  readonly #thread: AskedThread<ProposalQuestion, ProposalAnswer>
  readonly #turns = new Turns({ atATime: 1, waiting: MOST_WAITING })
  /** What was made, that which was asked longest ago first. */
  readonly #kept = new Map<BoardId, ProposalsMade>()
  readonly #onWrongVectors: (why: string) => void
  #ids = 0

  constructor({ onWrongVectors, ...workerData }: ProposerOptions) {
    this.#onWrongVectors = onWrongVectors
    this.#thread = new AskedThread({
      program: new URL('proposal-thread.ts', import.meta.url),
      workerData,
      mostMemory: MOST_MEMORY,
    })
  }

  /** Whether its thread is in the memory now. */
  get isRunning(): boolean {
    return this.#thread.isRunning
  }

  /**
   * What is proposed about the cards on a vision as they are on the disk, as JSON; the same bytes for the same cards.
   *
   * @throws {RequestRefusedError} 'busy' when this person waits for too many turns already.
   * @throws {UpdateLogDamagedError} When a board is damaged.
   */
  proposals(asker: Asker, wanted: Wanted): Promise<Uint8Array> {
    return this.#turns.take(asker, () => this.#make(wanted))
  }

  /**
   * What groups wrote and is found in no statement, as everything is on the disk, as JSON.
   *
   * @throws {RequestRefusedError} 'busy' when this person waits for too many turns already.
   * @throws {UpdateLogDamagedError} When a board is damaged.
   */
  missing(asker: Asker, wanted: NotesAsked): Promise<Uint8Array> {
    return this.#turns.take(asker, async () => {
      const answer = await this.#thread.ask({ id: this.#ids++, kind: 'missing', ...wanted })
      if (answer.kind !== 'missing') throw new Error('The thread answered another question.')
      return answer.json
    })
  }

  /** Stops; who waits is refused. */
  close(): Promise<void> {
    return this.#thread.close()
  }

  /** Ends the thread; the next question gets a new one. */
  end(): Promise<void> {
    return this.#thread.end()
  }

  async #make({ vision, boards, notSame }: Wanted): Promise<Uint8Array> {
    const known = this.#kept.get(vision)
    const asked = known && { versions: known.versions, digest: known.digest }
    const answer = await this.#thread.ask({
      id: this.#ids++,
      kind: 'proposals',
      vision,
      boards,
      notSame,
      known: asked,
    })
    if (answer.kind === 'made') {
      this.#keep(vision, answer)
      if (answer.wrongVectors !== undefined) this.#onWrongVectors(answer.wrongVectors)
    } else if (answer.kind === 'same-cards' && known !== undefined) {
      this.#keep(vision, { ...known, versions: answer.versions })
    } else if (known !== undefined) this.#keep(vision, known)
    const made = this.#kept.get(vision)
    if (made === undefined) throw new Error('The thread knows proposals that were never made.')
    return made.json
  }

  #keep(vision: BoardId, { versions, digest, json }: ProposalsMade): void {
    this.#kept.delete(vision)
    this.#kept.set(vision, { versions, digest, json })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest)
  }
}
