import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { BoardId } from '@stip/primitives'
import { UpdateLogDamagedError } from '../errors.ts'
import { SESSIONS_COUNTER_FILE } from './database/database.ts'
import { inTransaction } from './database/transaction.ts'
import { diskTroubleOf } from './disk-trouble.ts'
import type { DiskTrouble } from './disk-trouble.ts'
import { compact, isSameState } from './log/compact.ts'
import { findJournals } from './log/journal.ts'
import type { JournalsFound } from './log/journal.ts'
import { openLogToRead, readState, COUNTER_FILE } from './log/log-tables.ts'
import { readBoard, readFromOldest } from './log/read-board.ts'
import type { StoredBoard } from './log/read-board.ts'
import { lostCommits } from './log/replay.ts'
import { Rows } from './log/rows.ts'
import { changesIn, damagedRows } from './database/row-sums.ts'
import { checkSessions } from './sessions/session-rows.ts'
import { CommitCounter } from './database/commit-counter.ts'

/** Something in a data folder that is not as it was written. */
export type Finding =
  /** A file that cannot be read as what it is; `detail` is SQLite's or the system's own text. */
  | { readonly kind: 'file'; readonly file: string; readonly detail: string }
  /** A file that could not be read now, or is from a newer Stip; nothing says that it is damaged. */
  | { readonly kind: 'not-read'; readonly file: string; readonly why: DiskTrouble | 'newer' }
  | { readonly kind: 'board'; readonly boardId: BoardId; readonly seq: number | undefined }
  | { readonly kind: 'snapshot'; readonly boardId: BoardId; readonly seq: number }
  /** The older snapshot and the rows after it come to something else than the newer one. */
  | { readonly kind: 'snapshots-differ'; readonly boardId: BoardId }
  /** Commits that only the journal has; the next start brings them back. */
  | { readonly kind: 'database-behind'; readonly commits: number }
  | { readonly kind: 'journal-damaged' }
  | { readonly kind: 'commits-lost'; readonly commits: number }
  /** Changes of sessions, people and links that were stored and are gone. */
  | { readonly kind: 'sessions-behind'; readonly changes: number }
  | { readonly kind: 'asset'; readonly name: string }

/** What there is, and what is wrong with it. */
export interface Verification {
  readonly boards: number
  readonly rows: number
  readonly assets: number
  readonly findings: readonly Finding[]
}

/**
 * Reads everything in a data folder and changes nothing.
 *
 * @param isRunning - A server writes it meanwhile, so that the journal can be behind.
 */
export function verifyFolder(folder: string, isRunning: boolean): Verification {
  const findings: Finding[] = []
  const look = <T>(file: string, work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      const why = whyNotRead(error)
      findings.push(
        why === undefined
          ? { kind: 'file', file, detail: String(error) }
          : { kind: 'not-read', file, why },
      )
      return undefined
    }
  }
  // CommitCounter and journal first: what they have, a running server has committed by the time we look there.
  const seen = look(COUNTER_FILE, () => CommitCounter.seen(join(folder, COUNTER_FILE))) ?? 0
  const journals = look('boards.journal', () => findJournals(folder))
  const boards = look('boards.sqlite', () =>
    verifyBoards(folder, findings, { journals, seen, isRunning }),
  )
  const assets = look('stip.sqlite', () => verifySessions(folder, findings))
  look('server.key', () => {
    const key = join(folder, 'server.key')
    if (existsSync(key) && readFileSync(key).length !== 32) throw new Error('not 32 bytes')
  })
  return { boards: 0, rows: 0, ...boards, assets: assets ?? 0, findings }
}

/**
 * The same for a folder in which nothing can be written, as on a disk that is read-only: SQLite
 * cannot look at its files there without making others beside them, so it looks at a copy.
 */
export function verifyWithoutWriting(folder: string): Verification {
  const copy = mkdtempSync(join(tmpdir(), 'stip-verify-'))
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isFile() || entry.name.endsWith('-shm')) continue
      copyFileSync(join(folder, entry.name), join(copy, entry.name))
      chmodSync(join(copy, entry.name), 0o600)
    }
    const assets = join(folder, 'assets')
    if (existsSync(assets)) symlinkSync(resolve(assets), join(copy, 'assets'), 'junction')
    return verifyFolder(copy, false)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function whyNotRead(error: unknown): DiskTrouble | 'newer' | undefined {
  const isNewer = error instanceof Error && error.message.includes('newer version')
  return isNewer ? 'newer' : diskTroubleOf(error)
}

function verifyBoards(
  folder: string,
  findings: Finding[],
  beside: Beside,
): { readonly boards: number; readonly rows: number } {
  const database = openLogToRead(folder)
  if (database === undefined) return { boards: 0, rows: 0 }
  try {
    const work = (): { boards: number; rows: number } => {
      checkPages(database, 'boards.sqlite', findings)
      const { record } = readState(database)
      findings.push(...compareJournal(beside, record))
      const ids = new Rows(database).boards()
      let rows = 0
      for (const boardId of ids) rows += verifyBoard(database, boardId, findings)
      return { boards: ids.length, rows }
    }
    return inTransaction(database, work, 'BEGIN')
  } finally {
    database.close()
  }
}

/** Returns how many changes the board is made of. */
function verifyBoard(database: DatabaseSync, boardId: BoardId, findings: Finding[]): number {
  try {
    const board = readBoard(database, boardId)
    for (const seq of board.damagedSnapshots) findings.push({ kind: 'snapshot', boardId, seq })
    const older = readFromOldest(database, boardId)
    for (const seq of older.damagedSnapshots) {
      if (board.damagedSnapshots.includes(seq)) continue
      findings.push({ kind: 'snapshot', boardId, seq })
    }
    if (!isSameBoard(board, older)) findings.push({ kind: 'snapshots-differ', boardId })
    return board.head.seq
  } catch (error) {
    if (!(error instanceof UpdateLogDamagedError)) throw error
    findings.push({ kind: 'board', boardId, seq: error.seq })
    return 0
  }
}

function isSameBoard(board: StoredBoard, older: StoredBoard): boolean {
  if (board.snapshotAt === older.snapshotAt) return true
  const [one, other] = [compact(board.entries), compact(older.entries)]
  return one !== undefined && other !== undefined && isSameState(one.state, other.state)
}

/** What stands beside the boards. */
interface Beside {
  readonly journals: JournalsFound | undefined
  /** How many commits there were at least. */
  readonly seen: number
  readonly isRunning: boolean
}

function compareJournal({ journals: found, seen, isRunning }: Beside, record: number): Finding[] {
  if (found === undefined) return []
  const later = new Set(found.records.map(({ number }) => number).filter((each) => each > record))
  const last = Math.max(found.current?.base ?? 0, found.records.at(-1)?.number ?? 0)
  const lost = lostCommits(found, record, seen)
  const findings: Finding[] = []
  if (lost > 0) findings.push({ kind: 'commits-lost', commits: lost })
  // One is normal: a crash between journal and database.
  if (later.size > 1) findings.push({ kind: 'database-behind', commits: later.size })
  // One is normal here too: they are synced at the same time.
  const hasLostItsEnd = !isRunning && !found.isMissing && last < record - 1
  if (found.isDamaged || hasLostItsEnd) findings.push({ kind: 'journal-damaged' })
  return findings
}

function verifySessions(folder: string, findings: Finding[]): number {
  const path = join(folder, 'stip.sqlite')
  const seen = CommitCounter.seen(join(folder, SESSIONS_COUNTER_FILE))
  if (!existsSync(path)) return 0
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 })
  try {
    checkPages(database, 'stip.sqlite', findings)
    for (const { table, id } of damagedRows(database)) {
      findings.push({ kind: 'file', file: 'stip.sqlite', detail: `row ${id} of ${table}` })
    }
    const lost = seen - (changesIn(database) ?? 0)
    if (lost > 0) findings.push({ kind: 'sessions-behind', changes: lost })
    for (const _ of checkSessions(database));
    const assets = database.prepare('SELECT session_id, name FROM assets').all()
    for (const { session_id: sessionId, name } of assets) {
      const file = join(folder, 'assets', String(sessionId), String(name))
      if (!isNamedAfterItself(file, String(name))) {
        findings.push({ kind: 'asset', name: `${String(sessionId)}/${String(name)}` })
      }
    }
    return assets.length
  } finally {
    database.close()
  }
}

function isNamedAfterItself(file: string, name: string): boolean {
  if (!existsSync(file)) return false
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
  return name.startsWith(`${hash}.`)
}

function checkPages(database: DatabaseSync, file: string, findings: Finding[]): void {
  const answers = database.prepare('PRAGMA integrity_check(5)').all()
  for (const { integrity_check: detail } of answers) {
    if (detail !== 'ok') findings.push({ kind: 'file', file, detail: String(detail) })
  }
}
