import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { inTransaction } from '../database/transaction.ts'

/** Where the boards are, in the data folder. */
export const BOARDS_FILE = 'boards.sqlite'
/** Beside it: how many commits there were. See {@link CommitCounter}. */
export const COUNTER_FILE = 'boards.witness'

/**
 * Opens the database of all boards, and makes it when it is not there. What is committed is on
 * disk: write-ahead log with `synchronous = FULL`. Others may read along (a backup, `verify`).
 *
 * @throws {Error} When it cannot be opened, or comes from a newer version.
 */
export function openLogDatabase(folder: string): DatabaseSync {
  const database = new DatabaseSync(join(folder, BOARDS_FILE), { timeout: 5000 })
  try {
    // Checkpoints are ours to time: the journal may only be renewed after one.
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA wal_autocheckpoint = 0;
    `)
    if (versionOf(database) > VERSION) {
      throw new Error('The data folder was written by a newer version of Stip.')
    }
    if (versionOf(database) < VERSION) inTransaction(database, () => database.exec(tables))
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

/** Opens the boards to look at only, also while a server writes them; undefined when there are none. */
export function openLogToRead(folder: string): DatabaseSync | undefined {
  const path = join(folder, BOARDS_FILE)
  return existsSync(path) ? new DatabaseSync(path, { readOnly: true, timeout: 5000 }) : undefined
}

/** What is kept once for all boards. */
export interface LogState {
  /** Group commits so far; the journal numbers them alike. */
  readonly record: number
  /** Raised when a backup is put back. */
  readonly generation: number
}

/** @throws {Error} When the row is damaged. */
export function readState(database: DatabaseSync): LogState {
  const row = database.prepare('SELECT record, generation, crc FROM state').get()
  const state = { record: Number(row?.['record']), generation: Number(row?.['generation']) }
  if (row?.['crc'] !== checksumOfState(state)) throw new Error('The state of the log is damaged.')
  return state
}

export function writeState(database: DatabaseSync, state: LogState): void {
  database
    .prepare('UPDATE state SET record = ?, generation = ?, crc = ?')
    .run(state.record, state.generation, checksumOfState(state))
}

function checksumOfState({ record, generation }: LogState): number {
  return crc32(JSON.stringify([record, generation]))
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
}

const VERSION = 1

const tables = `
  CREATE TABLE state (
    record INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    crc INTEGER NOT NULL
  ) STRICT;
  INSERT INTO state VALUES (0, 1, ${checksumOfState({ record: 0, generation: 1 })});

  CREATE TABLE updates (
    board_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    author TEXT NOT NULL,
    bytes BLOB NOT NULL,
    crc INTEGER NOT NULL,
    previous BLOB NOT NULL,
    PRIMARY KEY (board_id, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE heads (
    board_id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    crc INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE snapshots (
    board_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    owners TEXT NOT NULL,
    parts INTEGER NOT NULL,
    digest BLOB NOT NULL,
    crc INTEGER NOT NULL,
    PRIMARY KEY (board_id, seq)
  ) STRICT;

  CREATE TABLE snapshot_parts (
    board_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    part INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (board_id, seq, part)
  ) STRICT;

  PRAGMA user_version = ${VERSION};
`
