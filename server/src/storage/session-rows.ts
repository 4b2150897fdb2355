import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'
import { evolve, isKnownEvent } from '@stip/workshop'
import type { Session, SessionEvent } from '@stip/workshop'
import { SessionUnreadableError } from '../errors.ts'
import { readActor } from '../sessions/actor-text.ts'
import type { KeptEvent } from '../sessions/session-log.ts'
import { readSession } from './session-state.ts'

/** An event as it is stored, without its type: that is a column. */
export function bodyOf({ type: _type, ...body }: SessionEvent): string {
  return JSON.stringify(body)
}

/** Reads sessions from their rows: the whole of some moment, and what happened since. */
export class SessionRows {
  readonly #select: StatementSync
  readonly #ids: StatementSync
  /** Undefined in a folder of before sessions were kept event by event, that is only read. */
  readonly #events: StatementSync | undefined

  constructor(database: DatabaseSync) {
    this.#select = database.prepare('SELECT state FROM sessions WHERE id = ?')
    this.#ids = database.prepare('SELECT id FROM sessions')
    const hasEvents = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'session_events'`)
    this.#events =
      hasEvents.get() === undefined
        ? undefined
        : database.prepare(
            `SELECT sequence, revision, at, actor, type, body FROM session_events
             WHERE session_id = ? AND sequence >= ? ORDER BY sequence`,
          )
  }

  /** @throws {SessionUnreadableError} When this Stip cannot use what is stored. */
  read(sessionId: SessionId): Session | undefined {
    const row = this.#select.get(sessionId)
    if (row === undefined) return undefined
    const start = readSession(String(row['state']))
    const later = Map.groupBy(this.eventsFrom(sessionId, start.sequence), (each) => each.revision)
    let session = start
    for (const [revision, kept] of later) {
      const follows = kept.every(({ sequence }, place) => sequence === session.sequence + place)
      session = evolve(
        session,
        kept.map(({ event }) => event),
      )
      if (follows && session.revision === revision) continue
      throw new SessionUnreadableError(
        `something that happened before revision ${revision} is missing`,
      )
    }
    return session
  }

  /** @throws {SessionUnreadableError} When something happened that only a newer Stip knows. */
  eventsFrom(sessionId: SessionId, sequence: number): readonly KeptEvent[] {
    return (this.#events?.all(sessionId, sequence) ?? []).map((row) => {
      const type = String(row['type'])
      if (!isKnownEvent(type)) {
        throw new SessionUnreadableError(`'${type}' is from a newer version of Stip`)
      }
      return {
        sequence: Number(row['sequence']),
        revision: Number(row['revision']),
        at: Number(row['at']),
        ...readActor(String(row['actor'])),
        event: { type, ...(JSON.parse(String(row['body'])) as object) } as SessionEvent,
      }
    })
  }

  /** @throws {SessionUnreadableError} When a newer Stip wrote one of them. */
  checkAll(): void {
    for (const row of this.#ids.iterate()) this.read(String(row['id']))
  }
}
