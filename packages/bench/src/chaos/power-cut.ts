import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { cutAt } from './damage.ts'
import type { Dice } from './damage.ts'

const MARK = Buffer.from([0xd5, 0x4a, 0x72, 0x31])
const HEADER_BYTES = 28

/**
 * What a power cut may do to the files of a server that was just killed: everything that was
 * written and not synced is gone or half there.
 *
 * Which writes were synced cannot be seen from outside, so this takes the worst that is fair.
 * Nobody was told anything of the journal after the last record that holds an edit somebody was
 * told about: that end is cut off or torn. And SQLite's write-ahead log loses any part of its end,
 * synced or not, because the journal promises to stand in for it. Not simulated: a disk that says
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
  if (size > 0) cutAt(wal, dice(size + 1))
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
