import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { endianness } from 'node:os'
import { join } from 'node:path'
import { cutAt } from './damage.ts'
import type { Dice } from './damage.ts'

const MARK = Buffer.from([0xd5, 0x4a, 0x72, 0x31])
const HEADER_BYTES = 28
const ATTEMPTED_AT = 128
const WAL_HEADER_BYTES = 32
const WAL_FRAME_BYTES = 24
const PAGE_BYTES = 4096

/**
 * What a power cut may do to the files of a server that was just killed: everything that was
 * written and not synced is gone or half there.
 *
 * Which writes were synced cannot be seen from outside, so this takes the worst that is fair.
 * Nobody was told anything of the journal after the last record that holds an edit somebody was
 * told about: that end is cut off or torn. And SQLite's write-ahead log loses any part of its end,
 * synced or not, because the journal promises to stand in for it; but not what is on its way into the
 * database already. Not simulated: a disk that says
 * 'synced' and is not, and a lost name of a file.
 *
 * @param told - Whether anybody was told about a record.
 */
export function cutPower(folder: string, told: (record: string) => boolean, dice: Dice): void {
  const path = join(folder, 'boards.journal')
  // Killed while one journal follows another: everything is in the database then.
  if (!existsSync(path)) return
  const journal = readFileSync(path)
  const names = [...journal.toString('latin1').matchAll(/shape:chaos-\d+-\d+-end/g)]
  const last = names.findLast(([name]) => told(name))?.index
  const next = last === undefined ? HEADER_BYTES : journal.indexOf(MARK, last)
  if (next !== -1 && next < journal.length) endAt(path, next, journal.length, dice)
  // Never synced: what is left of it is from any moment before, or nothing.
  rmSync(join(folder, 'boards.witness'), { force: true })
  const wal = join(folder, 'boards.sqlite-wal')
  const { size } = statSync(wal)
  const first = Math.min(size, copiedInto(folder))
  if (size > 0) cutAt(wal, first + dice(size - first + 1))
}

/**
 * Up to where, in bytes, the write-ahead log may be in the database already: killed half-way such a
 * checkpoint, the database is only whole together with those frames. SQLite begins one when they
 * are synced, and says in its index how far it may have come (sqlite.org/walformat.html, 2.2:
 * `nBackfillAttempted`).
 */
function copiedInto(folder: string): number {
  const path = join(folder, 'boards.sqlite-shm')
  const index = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  if (index.length < ATTEMPTED_AT + 4) return 0
  const read = endianness() === 'LE' ? 'readUInt32LE' : 'readUInt32BE'
  const frames = index[read](ATTEMPTED_AT)
  return frames === 0 ? 0 : WAL_HEADER_BYTES + frames * (WAL_FRAME_BYTES + PAGE_BYTES)
}

function endAt(path: string, length: number, size: number, dice: Dice): void {
  const kept = length + dice(size - length)
  cutAt(path, kept)
  if (dice(2) === 0) return
  // The size was on disk already, the bytes were not.
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(size - kept), 0, size - kept, kept)
  closeSync(file)
}
