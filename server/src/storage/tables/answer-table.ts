import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { AnswerStore, KeptAnswer } from '../stores/answer-store.ts'
import type { AtOnce } from '../stores/at-once.ts'
import type { RowCheck } from './row-check.ts'

const DAY_MS = 24 * 3600 * 1000
/** Of one device; nobody repeats a request that long after the answer went missing. */
const MOST_OF_DEVICE = 100
/** In all; the oldest go first. About 40 MB. */
const MOST = 100_000
/** So many newest stay whatever their age: the clock may have been set since, and it orders nothing. */
const LEAST = 1000
/** Counting them all is done once in so many. */
const BETWEEN_COUNTS = 1000

/** What requests were answered, in SQLite. */
export class AnswerTable implements AtOnce<AnswerStore> {
  readonly #check: RowCheck
  readonly #insert: StatementSync
  readonly #select: StatementSync
  readonly #selectNew: StatementSync
  readonly #deleteOld: StatementSync
  readonly #deleteOfDevice: StatementSync
  readonly #deleteSurplus: StatementSync
  #sinceCount = 0

  constructor(database: DatabaseSync, check: RowCheck) {
    this.#check = check
    this.#insert = database.prepare(
      `INSERT OR REPLACE INTO answers (key, device, is_new_device, asked, sealed, at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    const columns = 'SELECT rowid, key, device, is_new_device, asked, sealed, at FROM answers'
    this.#select = database.prepare(`${columns} WHERE key = ? AND device = ?`)
    this.#selectNew = database.prepare(`${columns} WHERE key = ? AND is_new_device = 1`)
    this.#deleteOld = database.prepare(
      `DELETE FROM answers WHERE at < ? AND rowid <= (SELECT max(rowid) FROM answers) - ${LEAST}`,
    )
    this.#deleteOfDevice = database.prepare(
      `DELETE FROM answers WHERE rowid IN (
         SELECT rowid FROM answers WHERE device = ? ORDER BY rowid DESC LIMIT -1 OFFSET ?)`,
    )
    this.#deleteSurplus = database.prepare(
      `DELETE FROM answers WHERE rowid IN (
         SELECT rowid FROM answers ORDER BY rowid DESC LIMIT -1 OFFSET ?)`,
    )
  }

  find(key: Uint8Array, device: Uint8Array | undefined): KeptAnswer | undefined {
    const found = device === undefined ? this.#selectNew.get(key) : this.#select.get(key, device)
    const row = this.#check.one('answers', found)
    if (row === undefined) return undefined
    return {
      key: row['key'] as Uint8Array,
      device: row['device'] as Uint8Array,
      isNewDevice: row['is_new_device'] === 1,
      asked: row['asked'] as Uint8Array,
      sealed: row['sealed'] as Uint8Array,
      at: Number(row['at']),
    }
  }

  add({ key, device, isNewDevice, asked, sealed, at }: KeptAnswer): void {
    this.#deleteOld.run(at - DAY_MS)
    this.#insert.run(key, device, Number(isNewDevice), asked, sealed, at)
    if (device.length > 0) this.#deleteOfDevice.run(device, MOST_OF_DEVICE)
    if (this.#sinceCount++ % BETWEEN_COUNTS === 0) this.#deleteSurplus.run(MOST)
  }
}
