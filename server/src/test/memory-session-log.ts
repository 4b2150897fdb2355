import type { BoardId, SessionId } from '@stip/primitives'
import { evolve } from '@stip/workshop'
import type { Decision, Session } from '@stip/workshop'
import { RevisionTakenError } from '../errors.ts'
import type { AlsoWritten } from '../sessions/also-written.ts'
import { isCounting } from '../sessions/session-log.ts'
import type { KeptEvent, SessionLog } from '../sessions/session-log.ts'

interface Kept {
  readonly beginning: Session
  /** What happened before that. */
  readonly before: readonly KeptEvent[]
  readonly events: KeptEvent[]
  readonly also: AlsoWritten[]
}

/** Keeps sessions while the process lives: their beginning, and what happened since. */
export class MemorySessionLog implements SessionLog {
  readonly #sessions = new Map<SessionId, Kept>()
  /** Makes the next write fail, as a full disk would. */
  failsNext = false

  async create(session: Session, also: readonly AlsoWritten[]): Promise<void> {
    this.#fail()
    this.#sessions.set(session.id, {
      beginning: session,
      before: [],
      events: [],
      also: [...also],
    })
  }

  async adopt(
    session: Session,
    before: readonly KeptEvent[],
    also: readonly AlsoWritten[],
  ): Promise<void> {
    this.#fail()
    this.#sessions.set(session.id, { beginning: session, before, events: [], also: [...also] })
  }

  async append(decision: Decision, also: readonly AlsoWritten[]): Promise<void> {
    this.#fail()
    const { session, events, by, who, at } = decision
    const kept = this.#keptOf(session.id)
    if (events.length > 0) {
      const { id, revision, sequence } = session
      const first = sequence - events.length
      const next = kept.beginning.sequence + kept.events.length
      if (next !== first) throw new RevisionTakenError(id, revision)
      const added = events.map((event, place) => ({
        sequence: first + place,
        revision,
        at,
        by,
        ...(who !== undefined && { who }),
        event,
      }))
      kept.events.push(...added)
    }
    kept.also.push(...also)
  }

  async write(sessionId: SessionId, also: readonly AlsoWritten[]): Promise<void> {
    this.#fail()
    this.#keptOf(sessionId).also.push(...also)
  }

  async read(sessionId: SessionId): Promise<Session | undefined> {
    return this.#stateOf(sessionId)
  }

  #stateOf(sessionId: SessionId): Session | undefined {
    const kept = this.#sessions.get(sessionId)
    const changes = Map.groupBy(kept?.events ?? [], ({ revision }) => revision)
    return [...changes.values()].reduce<Session | undefined>((session, events) => {
      return (
        session &&
        evolve(
          session,
          events.map(({ event }) => event),
        )
      )
    }, kept?.beginning)
  }

  async eventsOf(sessionId: SessionId): Promise<readonly KeptEvent[]> {
    const kept = this.#sessions.get(sessionId)
    return [...(kept?.before ?? []), ...(kept?.events ?? [])]
  }

  async counting(): Promise<readonly SessionId[]> {
    return [...this.#sessions.keys()].filter((id) => {
      const session = this.#stateOf(id)
      return session !== undefined && isCounting(session)
    })
  }

  async sessionOfBoard(boardId: BoardId): Promise<SessionId | undefined> {
    return [...this.#sessions.keys()].find((sessionId) =>
      this.#stateOf(sessionId)?.boards.some(({ id }) => id === boardId),
    )
  }

  alsoOf(sessionId: SessionId): readonly AlsoWritten[] {
    return this.#keptOf(sessionId).also
  }

  #keptOf(sessionId: SessionId): Kept {
    const kept = this.#sessions.get(sessionId)
    if (kept === undefined) throw new Error(`There is no session ${sessionId}.`)
    return kept
  }

  #fail(): void {
    if (!this.failsNext) return
    this.failsNext = false
    throw new Error('The disk is full.')
  }
}
