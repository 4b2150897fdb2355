import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'
import type { AtOnce } from '../stores/at-once.ts'
import type { BallotBox, BallotStore, StoredBallot } from '../stores/ballot-store.ts'
import type { RowCheck } from './row-check.ts'

/** Ballots, in SQLite. What is deleted or replaced is overwritten. */
export class BallotTable implements AtOnce<BallotStore> {
  readonly #database: DatabaseSync
  readonly #check: RowCheck
  readonly #insertBox: StatementSync
  readonly #updateBox: StatementSync
  readonly #selectBox: StatementSync
  readonly #selectBoxes: StatementSync
  readonly #selectClosed: StatementSync
  readonly #deleteBox: StatementSync
  readonly #insert: StatementSync
  readonly #delete: StatementSync
  readonly #select: StatementSync
  readonly #deleteAll: StatementSync

  constructor(database: DatabaseSync, check: RowCheck) {
    this.#database = database
    this.#check = check
    this.#insertBox = database.prepare('INSERT INTO ballot_boxes VALUES (?, ?, ?, 1)')
    this.#updateBox = database.prepare('UPDATE ballot_boxes SET is_open = ? WHERE question_id = ?')
    const columns = 'SELECT rowid, question_id, session_id, secret, is_open FROM ballot_boxes'
    this.#selectBox = database.prepare(`${columns} WHERE question_id = ?`)
    this.#selectBoxes = database.prepare(`${columns} WHERE session_id = ? ORDER BY rowid`)
    this.#selectClosed = database.prepare(`${columns} WHERE is_open = 0`)
    this.#deleteBox = database.prepare('DELETE FROM ballot_boxes WHERE question_id = ?')
    this.#insert = database.prepare('INSERT OR REPLACE INTO ballots VALUES (?, ?, ?, ?, ?)')
    this.#delete = database.prepare('DELETE FROM ballots WHERE question_id = ? AND voter = ?')
    this.#select = database.prepare(
      `SELECT rowid, voter, role, group_id, answers FROM ballots WHERE question_id = ?
       ORDER BY voter`,
    )
    this.#deleteAll = database.prepare('DELETE FROM ballots WHERE question_id = ?')
  }

  begin(sessionId: SessionId, questionId: string, secret: Uint8Array): void {
    this.#insertBox.run(questionId, sessionId, secret)
  }

  setOpen(questionId: string, isOpen: boolean): void {
    this.#updateBox.run(Number(isOpen), questionId)
  }

  cast(questionId: string, ballots: readonly StoredBallot[]): boolean {
    const box = this.#check.one('ballot_boxes', this.#selectBox.get(questionId))
    if (box?.['is_open'] !== 1) return false
    this.#overwriting(() => {
      for (const { voter, role, groupId = null, answers } of ballots) {
        if (answers === undefined) this.#delete.run(questionId, voter)
        else this.#insert.run(questionId, voter, role, groupId, answers)
      }
    })
    return true
  }

  boxesOf(sessionId: SessionId): readonly BallotBox[] {
    return this.#check.all('ballot_boxes', this.#selectBoxes.all(sessionId)).map((row) => ({
      questionId: String(row['question_id']),
      secret: row['secret'] as Uint8Array,
      isOpen: row['is_open'] === 1,
    }))
  }

  ballotsOf(questionId: string): readonly StoredBallot[] {
    return this.#check.all('ballots', this.#select.all(questionId)).map((row) => ({
      voter: row['voter'] as Uint8Array,
      role: String(row['role']),
      groupId: row['group_id'] === null ? undefined : String(row['group_id']),
      answers: String(row['answers']),
    }))
  }

  sessionsToSettle(): readonly SessionId[] {
    const rows = this.#check.all('ballot_boxes', this.#selectClosed.all())
    return [...new Set(rows.map((row) => String(row['session_id'])))]
  }

  destroy(questionId: string): void {
    this.#overwriting(() => {
      this.#deleteAll.run(questionId)
      this.#deleteBox.run(questionId)
    })
  }

  /** Only outside of a transaction. What somebody reads meanwhile (a backup) stays until the next time. */
  wipe(): boolean {
    return this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0
  }

  #overwriting(work: () => void): void {
    this.#database.exec('PRAGMA secure_delete = ON')
    try {
      work()
    } finally {
      this.#database.exec('PRAGMA secure_delete = OFF')
    }
  }
}
