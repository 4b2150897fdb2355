import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SessionId } from '@stip/primitives'
import { linkRoles } from '../../identity/link-secrets.ts'
import type { LinkRole } from '../../identity/link-secrets.ts'
import type { AtOnce } from '../stores/at-once.ts'
import type { EntryStore, StoredCode } from '../stores/entry-store.ts'
import type { RowCheck } from './row-check.ts'

/** The ways into sessions, in SQLite. */
export class EntryTable implements AtOnce<EntryStore> {
  readonly #check: RowCheck
  readonly #insertCode: StatementSync
  readonly #retireCodes: StatementSync
  readonly #moveCodes: StatementSync
  readonly #endCodes: StatementSync
  readonly #selectCode: StatementSync
  readonly #currentCode: StatementSync
  readonly #selectVersion: StatementSync
  readonly #beginLink: StatementSync
  readonly #raiseVersion: StatementSync

  constructor(database: DatabaseSync, check: RowCheck) {
    this.#check = check
    this.#insertCode = database.prepare(
      'INSERT OR IGNORE INTO join_codes (code, session_id, expires_at, is_current) VALUES (?, ?, ?, 1)',
    )
    this.#retireCodes = database.prepare(
      'UPDATE join_codes SET is_current = 0, expires_at = min(expires_at, ?) WHERE session_id = ?',
    )
    this.#moveCodes = database.prepare(
      'UPDATE join_codes SET expires_at = expires_at + ? WHERE is_current = 1 AND expires_at > ?',
    )
    this.#endCodes = database.prepare(
      'UPDATE join_codes SET expires_at = ? WHERE is_current = 1 AND expires_at > ?',
    )
    this.#selectCode = database.prepare(
      // A code that was replaced has expired, whatever the clock says now.
      'SELECT rowid, session_id, iif(is_current, expires_at, 0) AS expires_at FROM join_codes WHERE code = ?',
    )
    this.#currentCode = database.prepare(
      'SELECT rowid, code FROM join_codes WHERE session_id = ? AND is_current = 1',
    )
    this.#selectVersion = database.prepare(
      'SELECT rowid, version FROM links WHERE session_id = ? AND role = ?',
    )
    this.#beginLink = database.prepare(
      'INSERT INTO links (session_id, role, version) VALUES (?, ?, ?)',
    )
    this.#raiseVersion = database.prepare(
      `INSERT INTO links (session_id, role, version) VALUES (?, ?, 2)
       ON CONFLICT (session_id, role) DO UPDATE SET version = version + 1`,
    )
  }

  addCode(code: string, { sessionId, expiresAt }: StoredCode): boolean {
    return this.#insertCode.run(code, sessionId, expiresAt).changes === 1
  }

  retireCodes(sessionId: SessionId, now: number): void {
    this.#retireCodes.run(now, sessionId)
  }

  moveCodes(before: number, ms: number): void {
    this.#moveCodes.run(ms, before)
  }

  endCodesBy(latest: number): void {
    this.#endCodes.run(latest, latest)
  }

  findCode(code: string): StoredCode | undefined {
    const row = this.#check.one('join_codes', this.#selectCode.get(code))
    if (row === undefined) return undefined
    return { sessionId: String(row['session_id']), expiresAt: Number(row['expires_at']) }
  }

  currentCode(sessionId: SessionId): string | undefined {
    const row = this.#check.one('join_codes', this.#currentCode.get(sessionId))
    return row === undefined ? undefined : String(row['code'])
  }

  linkVersion(sessionId: SessionId, role: LinkRole): number {
    const row = this.#check.one('links', this.#selectVersion.get(sessionId, role))
    return Number(row?.['version'] ?? 1)
  }

  /** Every link of a session that has none yet has this version. */
  beginLinks(sessionId: SessionId, version: number): void {
    for (const role of linkRoles) this.#beginLink.run(sessionId, role, version)
  }

  raiseLinkVersion(sessionId: SessionId, role: LinkRole): void {
    this.#raiseVersion.run(sessionId, role)
  }
}
