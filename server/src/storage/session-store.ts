import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { BoardId, SessionId } from '@stip/primitives'
import type { Session } from '@stip/workshop'
import { readSession, sessionText } from './session-state.ts'

/** Keeps sessions, which boards are theirs, and what commands were answered. */
export class SessionStore {
  readonly #insert: StatementSync
  readonly #insertBoard: StatementSync
  readonly #update: StatementSync
  readonly #select: StatementSync
  readonly #all: StatementSync
  readonly #begun: StatementSync
  readonly #selectBoard: StatementSync
  readonly #insertAnswer: StatementSync
  readonly #selectAnswer: StatementSync

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('INSERT INTO sessions (id, revision, state) VALUES (?, ?, ?)')
    this.#insertBoard = database.prepare('INSERT INTO boards (id, session_id) VALUES (?, ?)')
    this.#update = database.prepare('UPDATE sessions SET revision = ?, state = ? WHERE id = ?')
    this.#select = database.prepare('SELECT state FROM sessions WHERE id = ?')
    this.#begun = database.prepare(
      // As it was stored before there were abilities, and since.
      `SELECT id FROM sessions WHERE json_extract(state, '$.endedAt') IS NULL
       AND json_extract(state, '$.abilities.course.state.endedAt') IS NULL`,
    )
    this.#all = database.prepare('SELECT state FROM sessions')
    this.#selectBoard = database.prepare('SELECT session_id FROM boards WHERE id = ?')
    this.#insertAnswer = database.prepare(
      'INSERT INTO commands (session_id, key, answer) VALUES (?, ?, ?)',
    )
    this.#selectAnswer = database.prepare(
      'SELECT answer FROM commands WHERE session_id = ? AND key = ?',
    )
  }

  create(session: Session): void {
    this.#insert.run(session.id, session.revision, sessionText(session))
    for (const board of session.boards) this.#insertBoard.run(board.id, session.id)
  }

  save(session: Session): void {
    this.#update.run(session.revision, sessionText(session), session.id)
  }

  /** @throws {SessionUnreadableError} When this Stip cannot use what is stored. */
  find(sessionId: SessionId): Session | undefined {
    const row = this.#select.get(sessionId)
    return row === undefined ? undefined : readSession(String(row['state']))
  }

  /**
   * Reads every session once.
   *
   * @throws {SessionUnreadableError} When a newer Stip wrote one of them.
   */
  checkAll(): void {
    for (const row of this.#all.iterate()) readSession(String(row['state']))
  }

  /** Sessions that did not end. */
  begun(): readonly SessionId[] {
    return this.#begun.all().map((row) => String(row['id']))
  }

  sessionOfBoard(boardId: BoardId): SessionId | undefined {
    const row = this.#selectBoard.get(boardId)
    return row === undefined ? undefined : String(row['session_id'])
  }

  /** Remembers what a command was answered, so that the same key is carried out once. */
  keepAnswer(sessionId: SessionId, key: string, answer: object): void {
    this.#insertAnswer.run(sessionId, key, JSON.stringify(answer))
  }

  findAnswer(sessionId: SessionId, key: string): unknown {
    const row = this.#selectAnswer.get(sessionId, key)
    return row === undefined ? undefined : JSON.parse(String(row['answer']))
  }
}
