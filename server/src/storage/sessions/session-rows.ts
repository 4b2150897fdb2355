import type { DatabaseSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'
import { evolve, isKnownEvent } from '@stip/workshop'
import type { Session, SessionEvent } from '@stip/workshop'
import { SessionUnreadableError } from '../../errors.ts'
import { readActor } from '../../sessions/actor-text.ts'
import type { KeptEvent } from '../../sessions/session-log.ts'
import { readSession } from './session-state.ts'
import { eventRow, eventsFrom } from '../tables/session-table.ts'
import type { EventRow, StoredSession } from '../tables/session-table.ts'

/** An event as it is stored, without its type: that is a column. */
export function bodyOf({ type: _type, ...body }: SessionEvent): string {
  return JSON.stringify(body)
}

/**
 * A session as all that happened made it.
 *
 * @throws {SessionUnreadableError} When this Stip cannot use what is stored.
 */
export function sessionOf(stored: StoredSession): Session {
  const start = readSession(stored.state)
  const later = Map.groupBy(stored.events.map(keptEvent), (each) => each.revision)
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
export function keptEvent({ type, body, actor, ...row }: EventRow): KeptEvent {
  if (!isKnownEvent(type)) {
    throw new SessionUnreadableError(`'${type}' is from a newer version of Stip`)
  }
  const event = { type, ...(JSON.parse(body) as object) } as SessionEvent
  return { ...row, ...readActor(actor), event }
}

/**
 * Reads sessions from a database that somebody else may write.
 *
 * @throws {SessionUnreadableError} When a newer Stip wrote the one that is read.
 */
export function sessionReader(database: DatabaseSync): (id: SessionId) => Session | undefined {
  const whole = database.prepare('SELECT state FROM sessions WHERE id = ?')
  const hasEvents = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'session_events'`)
  // A folder of before sessions were kept event by event, that is only read, has none.
  const events = hasEvents.get() === undefined ? undefined : database.prepare(eventsFrom)
  return (id) => {
    const state = whole.get(id)?.['state']
    if (state === undefined) return undefined
    const { sequence } = readSession(String(state))
    const rows = events?.all(id, sequence) ?? []
    return sessionOf({ state: String(state), events: rows.map(eventRow) })
  }
}

/**
 * Reads every session once, one after the other.
 *
 * @throws {SessionUnreadableError} When a newer Stip wrote one of them.
 */
export function* checkSessions(database: DatabaseSync): Generator<SessionId> {
  const read = sessionReader(database)
  for (const { id } of database.prepare('SELECT id FROM sessions').all()) {
    read(String(id))
    yield String(id)
  }
}
