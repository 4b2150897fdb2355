import type { GroupId, SessionId } from '@stip/primitives'

/** A ballot as it is stored: of which role and group, and never of whom. */
export interface StoredBallot {
  /** Made of the secret of the question and the person: without the secret it leads to nobody. */
  readonly voter: Uint8Array
  readonly role: string
  readonly groupId: GroupId | undefined
  /** What was answered, as JSON; undefined takes the ballot away. */
  readonly answers: string | undefined
}

/** A question of which the ballots are there. */
export interface BallotBox {
  readonly questionId: string
  readonly secret: Uint8Array
  readonly isOpen: boolean
}

/**
 * Keeps ballots for as long as a question can be answered, or opened again, with the secret that says whose
 * they are. Both are destroyed together, so that neither file nor journal holds anything of them.
 */
export interface BallotStore {
  /** A question takes ballots from now on. */
  begin(sessionId: SessionId, questionId: string, secret: Uint8Array): Promise<void>
  /** Whether it takes ballots. */
  setOpen(questionId: string, isOpen: boolean): Promise<void>
  /** Keeps ballots, each in place of the one of the same voter; false when the question takes none. */
  cast(questionId: string, ballots: readonly StoredBallot[]): Promise<boolean>
  boxesOf(sessionId: SessionId): Promise<readonly BallotBox[]>
  /** In an order of nothing. */
  ballotsOf(questionId: string): Promise<readonly StoredBallot[]>
  /** Sessions with a question that was closed and of which the ballots are there still. */
  sessionsToSettle(): Promise<readonly SessionId[]>
  /** The ballots and the secret are no more. */
  destroy(questionId: string): Promise<void>
  /** Nor are they in what the store keeps beside its tables; false while somebody reads that still. */
  wipe(): Promise<boolean>
}
