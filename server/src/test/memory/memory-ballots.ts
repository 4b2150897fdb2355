import type { SessionId } from '@stip/primitives'
import type { BallotBox, BallotStore, StoredBallot } from '../../storage/stores/ballot-store.ts'

interface Box {
  readonly sessionId: SessionId
  readonly secret: Uint8Array
  isOpen: boolean
  readonly ballots: Map<string, StoredBallot>
}

/** Keeps ballots while the process lives. */
export class MemoryBallots implements BallotStore {
  readonly #boxes = new Map<string, Box>()

  async begin(sessionId: SessionId, questionId: string, secret: Uint8Array): Promise<void> {
    if (this.#boxes.has(questionId)) throw new Error('This question takes ballots already.')
    this.#boxes.set(questionId, { sessionId, secret, isOpen: true, ballots: new Map() })
  }

  async setOpen(questionId: string, isOpen: boolean): Promise<void> {
    const box = this.#boxes.get(questionId)
    if (box !== undefined) box.isOpen = isOpen
  }

  async cast(questionId: string, ballots: readonly StoredBallot[]): Promise<boolean> {
    const box = this.#boxes.get(questionId)
    if (box?.isOpen !== true) return false
    for (const ballot of ballots) {
      const name = Buffer.from(ballot.voter).toString('hex')
      if (ballot.answers === undefined) box.ballots.delete(name)
      else box.ballots.set(name, ballot)
    }
    return true
  }

  async boxesOf(sessionId: SessionId): Promise<readonly BallotBox[]> {
    return [...this.#boxes].flatMap(([questionId, box]) =>
      box.sessionId === sessionId ? [{ questionId, secret: box.secret, isOpen: box.isOpen }] : [],
    )
  }

  async ballotsOf(questionId: string): Promise<readonly StoredBallot[]> {
    const ballots = [...(this.#boxes.get(questionId)?.ballots ?? [])]
    return ballots.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each)
  }

  async sessionsToSettle(): Promise<readonly SessionId[]> {
    const closed = [...this.#boxes.values()].filter(({ isOpen }) => !isOpen)
    return [...new Set(closed.map(({ sessionId }) => sessionId))]
  }

  async destroy(questionId: string): Promise<void> {
    this.#boxes.delete(questionId)
  }

  async wipe(): Promise<boolean> {
    return true
  }
}
