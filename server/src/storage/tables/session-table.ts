import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { BoardId, SessionId } from '@stip/primitives'
import { RevisionTakenError } from '../../errors.ts'
import type { AlsoWritten } from '../../sessions/also-written.ts'
import type { AtOnce } from '../stores/at-once.ts'
import type { RowCheck } from './row-check.ts'

/** A session in which nothing happened yet, as it is stored. */
export interface NewSession {
  readonly id: SessionId
  readonly revision: number
  readonly state: string
  readonly boards: readonly BoardId[]
}

/** A session that comes from elsewhere, with what happened in it. */
export interface AdoptedSession extends NewSession {
  /** How many events made it. */
  readonly sequence: number
  readonly events: readonly EventRow[]
}

/** What a command came to, as it is stored. */
export interface AddedEvents {
  readonly id: SessionId
  /** Of the session after it. */
  readonly revision: number
  /** The number of the first. */
  readonly first: number
  readonly at: number
  readonly actor: string
  readonly events: readonly { readonly type: string; readonly body: string }[]
  /** Boards that were opened. */
  readonly boards: readonly BoardId[]
  /** Whether something is counted from or towards a moment after it. */
  readonly isCounting: boolean
  /** The whole session after it, when it is time to store that. */
  readonly whole: string | undefined
}

/** An event as it is stored. */
export interface EventRow {
  readonly sequence: number
  readonly revision: number
  readonly at: number
  readonly actor: string
  readonly type: string
  readonly body: string
}

/** A session as it is stored: the whole of some moment, and what happened since. */
export interface StoredSession {
  readonly state: string
  readonly events: readonly EventRow[]
}

/** Keeps sessions as rows: what the session log is made of. */
export interface SessionRowStore {
  create(session: NewSession, also: readonly AlsoWritten[]): Promise<void>
  adopt(session: AdoptedSession, also: readonly AlsoWritten[]): Promise<void>
  /** @throws {RevisionTakenError} */
  append(added: AddedEvents, also: readonly AlsoWritten[]): Promise<void>
  write(sessionId: SessionId, also: readonly AlsoWritten[]): Promise<void>
  stored(sessionId: SessionId): Promise<StoredSession | undefined>
  events(sessionId: SessionId): Promise<readonly EventRow[]>
  sessionOfBoard(boardId: BoardId): Promise<SessionId | undefined>
  counting(): Promise<readonly SessionId[]>
}

type WriteAlso = (sessionId: SessionId, also: AlsoWritten) => void

/** Sessions in SQLite: a row per event, and the whole session now and then. */
export class SessionTable implements AtOnce<SessionRowStore> {
  readonly #check: RowCheck
  readonly #writeAlso: WriteAlso
  readonly #insert: StatementSync
  readonly #insertBoard: StatementSync
  readonly #insertEvent: StatementSync
  readonly #setWhole: StatementSync
  readonly #wholeAt: StatementSync
  readonly #last: StatementSync
  readonly #count: StatementSync
  readonly #countNoMore: StatementSync
  readonly #counting: StatementSync
  readonly #select: StatementSync
  readonly #events: StatementSync
  readonly #selectBoard: StatementSync

  /** @param writeAlso - Writes to other tables of the same database. */
  constructor(database: DatabaseSync, check: RowCheck, writeAlso: WriteAlso) {
    this.#check = check
    this.#writeAlso = writeAlso
    this.#insert = database.prepare('INSERT INTO sessions (id, revision, state) VALUES (?, ?, ?)')
    this.#insertBoard = database.prepare('INSERT INTO boards (id, session_id) VALUES (?, ?)')
    this.#insertEvent = database.prepare(
      `INSERT INTO session_events (session_id, sequence, revision, at, actor, type, body)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#setWhole = database.prepare(
      'UPDATE sessions SET revision = ?, sequence = ?, state = ? WHERE id = ?',
    )
    this.#wholeAt = database.prepare('SELECT sequence FROM sessions WHERE id = ?')
    this.#last = database.prepare(
      'SELECT max(sequence) AS last FROM session_events WHERE session_id = ?',
    )
    this.#count = database.prepare('INSERT OR IGNORE INTO counting_sessions VALUES (?)')
    this.#countNoMore = database.prepare('DELETE FROM counting_sessions WHERE session_id = ?')
    this.#counting = database.prepare('SELECT rowid, session_id FROM counting_sessions')
    this.#select = database.prepare('SELECT rowid, state, sequence FROM sessions WHERE id = ?')
    this.#events = database.prepare(eventsFrom)
    this.#selectBoard = database.prepare('SELECT rowid, session_id FROM boards WHERE id = ?')
  }

  create({ id, revision, state, boards }: NewSession, also: readonly AlsoWritten[]): void {
    this.#insert.run(id, revision, state)
    for (const boardId of boards) this.#insertBoard.run(boardId, id)
    this.write(id, also)
  }

  adopt(session: AdoptedSession, also: readonly AlsoWritten[]): void {
    const { id, revision, sequence, state, boards, events } = session
    this.#insert.run(id, revision, state)
    this.#setWhole.run(revision, sequence, state, id)
    for (const boardId of boards) this.#insertBoard.run(boardId, id)
    for (const { type, body, actor, ...each } of events) {
      this.#insertEvent.run(id, each.sequence, each.revision, each.at, actor, type, body)
    }
    this.write(id, also)
  }

  append(added: AddedEvents, also: readonly AlsoWritten[]): void {
    if (added.events.length > 0) this.#add(added)
    this.write(added.id, also)
  }

  write(sessionId: SessionId, also: readonly AlsoWritten[]): void {
    for (const each of also) this.#writeAlso(sessionId, each)
  }

  stored(sessionId: SessionId): StoredSession | undefined {
    const row = this.#check.one('sessions', this.#select.get(sessionId))
    if (row === undefined) return undefined
    const events = this.#eventsFrom(sessionId, Number(row['sequence']))
    return { state: String(row['state']), events }
  }

  events(sessionId: SessionId): readonly EventRow[] {
    return this.#eventsFrom(sessionId, 0)
  }

  sessionOfBoard(boardId: BoardId): SessionId | undefined {
    const row = this.#check.one('boards', this.#selectBoard.get(boardId))
    return row === undefined ? undefined : String(row['session_id'])
  }

  counting(): readonly SessionId[] {
    return this.#check
      .all('counting_sessions', this.#counting.all())
      .map((row) => String(row['session_id']))
  }

  #add({ id, revision, first, at, actor, events, boards, isCounting, whole }: AddedEvents): void {
    const wholeAt = Number(this.#wholeAt.get(id)?.['sequence'] ?? 0)
    const last = this.#last.get(id)?.['last'] ?? null
    const next = last === null ? wholeAt : Number(last) + 1
    if (next !== first) throw new RevisionTakenError(id, revision)
    for (const [place, { type, body }] of events.entries()) {
      this.#insertEvent.run(id, first + place, revision, Math.floor(at), actor, type, body)
    }
    for (const boardId of boards) this.#insertBoard.run(boardId, id)
    if (isCounting) this.#count.run(id)
    else this.#countNoMore.run(id)
    if (whole !== undefined) this.#setWhole.run(revision, first + events.length, whole, id)
  }

  #eventsFrom(sessionId: SessionId, sequence: number): readonly EventRow[] {
    return this.#check.all('session_events', this.#events.all(sessionId, sequence)).map(eventRow)
  }
}

/** The events of a session from a number on. */
export const eventsFrom = `
  SELECT rowid, sequence, revision, at, actor, type, body FROM session_events
  WHERE session_id = ? AND sequence >= ? ORDER BY sequence`

/** An event as it stands in its row. */
export function eventRow(row: Readonly<Record<string, unknown>>): EventRow {
  return {
    sequence: Number(row['sequence']),
    revision: Number(row['revision']),
    at: Number(row['at']),
    actor: String(row['actor']),
    type: String(row['type']),
    body: String(row['body']),
  }
}
