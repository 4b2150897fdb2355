import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { BoardId, SessionId } from '@stip/primitives'
import type { Decision, Session } from '@stip/workshop'
import { RevisionTakenError } from '../errors.ts'
import { actorText } from '../sessions/actor-text.ts'
import type { AlsoWritten } from '../sessions/also-written.ts'
import { isCounting } from '../sessions/session-log.ts'
import type { KeptEvent, SessionLog } from '../sessions/session-log.ts'
import { inTransaction } from './database.ts'
import { bodyOf, SessionRows } from './session-rows.ts'
import { sessionText } from './session-state.ts'

/** After so many events the whole session is stored again, so that opening it replays no more than that. */
const SNAPSHOT_EVERY = 200

/** Keeps sessions in SQLite: a row per event, and the whole session now and then. */
export class SqliteSessionLog implements SessionLog {
  readonly #database: DatabaseSync
  readonly #writeAlso: (sessionId: SessionId, also: AlsoWritten) => void
  readonly #rows: SessionRows
  readonly #insert: StatementSync
  readonly #insertBoard: StatementSync
  readonly #insertEvent: StatementSync
  readonly #snapshot: StatementSync
  readonly #snapshotAt: StatementSync
  readonly #last: StatementSync
  readonly #count: StatementSync
  readonly #countNoMore: StatementSync
  readonly #counting: StatementSync
  readonly #selectBoard: StatementSync

  /** @param writeAlso - Writes to other stores in the same database. */
  constructor(
    database: DatabaseSync,
    writeAlso: (sessionId: SessionId, also: AlsoWritten) => void,
  ) {
    this.#database = database
    this.#writeAlso = writeAlso
    this.#rows = new SessionRows(database)
    this.#insert = database.prepare('INSERT INTO sessions (id, revision, state) VALUES (?, ?, ?)')
    this.#insertBoard = database.prepare('INSERT INTO boards (id, session_id) VALUES (?, ?)')
    this.#insertEvent = database.prepare(
      `INSERT INTO session_events (session_id, sequence, revision, at, actor, type, body)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#snapshot = database.prepare(
      'UPDATE sessions SET revision = ?, sequence = ?, state = ? WHERE id = ?',
    )
    this.#snapshotAt = database.prepare('SELECT sequence FROM sessions WHERE id = ?')
    this.#last = database.prepare(
      'SELECT max(sequence) AS last FROM session_events WHERE session_id = ?',
    )
    this.#count = database.prepare('INSERT OR IGNORE INTO counting_sessions VALUES (?)')
    this.#countNoMore = database.prepare('DELETE FROM counting_sessions WHERE session_id = ?')
    this.#counting = database.prepare('SELECT session_id FROM counting_sessions')
    this.#selectBoard = database.prepare('SELECT session_id FROM boards WHERE id = ?')
  }

  async create(session: Session, also: readonly AlsoWritten[]): Promise<void> {
    inTransaction(this.#database, () => {
      this.#insert.run(session.id, session.revision, sessionText(session))
      for (const board of session.boards) this.#insertBoard.run(board.id, session.id)
      this.#writeAll(session.id, also)
    })
  }

  async append(decision: Decision, also: readonly AlsoWritten[]): Promise<void> {
    const { session } = decision
    inTransaction(this.#database, () => {
      if (decision.events.length > 0) this.#add(decision)
      this.#writeAll(session.id, also)
    })
  }

  async write(sessionId: SessionId, also: readonly AlsoWritten[]): Promise<void> {
    inTransaction(this.#database, () => this.#writeAll(sessionId, also))
  }

  read(sessionId: SessionId): Session | undefined {
    return this.#rows.read(sessionId)
  }

  eventsOf(sessionId: SessionId): readonly KeptEvent[] {
    return this.#rows.eventsFrom(sessionId, 0)
  }

  /**
   * Reads every session once.
   *
   * @throws {SessionUnreadableError} When a newer Stip wrote one of them.
   */
  checkAll(): void {
    this.#rows.checkAll()
  }

  counting(): readonly SessionId[] {
    return this.#counting.all().map((row) => String(row['session_id']))
  }

  sessionOfBoard(boardId: BoardId): SessionId | undefined {
    const row = this.#selectBoard.get(boardId)
    return row === undefined ? undefined : String(row['session_id'])
  }

  #add({ session, events, by, who, at }: Decision): void {
    const { id, revision, sequence } = session
    const snapshotAt = Number(this.#snapshotAt.get(id)?.['sequence'] ?? 0)
    const last = this.#last.get(id)?.['last'] ?? null
    const next = last === null ? snapshotAt : Number(last) + 1
    const first = sequence - events.length
    if (next !== first) throw new RevisionTakenError(id, revision)
    for (const [place, event] of events.entries()) {
      const [type, body] = [event.type, bodyOf(event)]
      const actor = actorText({ by, who })
      this.#insertEvent.run(id, first + place, revision, Math.floor(at), actor, type, body)
      if (event.type === 'board-opened') this.#insertBoard.run(event.board.id, id)
    }
    if (isCounting(session)) this.#count.run(id)
    else this.#countNoMore.run(id)
    if (sequence - snapshotAt >= SNAPSHOT_EVERY) {
      this.#snapshot.run(revision, sequence, sessionText(session), id)
    }
  }

  #writeAll(sessionId: SessionId, also: readonly AlsoWritten[]): void {
    for (const each of also) this.#writeAlso(sessionId, each)
  }
}
