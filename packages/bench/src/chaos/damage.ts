import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** Gives a whole number from 0 up to, and without, `end`. */
export type Dice = (end: number) => number

/** One way in which files go bad; says what it did. */
type Damage = (folder: string, dice: Dice) => string

const WAL = 'boards.sqlite-wal'
const DATABASE = 'boards.sqlite'
const JOURNAL = 'boards.journal'

const damages: readonly Damage[] = [
  (folder, dice) => flipBit(folder, WAL, dice, 1),
  (folder, dice) => flipBit(folder, WAL, dice, 0.05),
  (folder, dice) => flipBit(folder, JOURNAL, dice, 1),
  (folder, dice) => flipBit(folder, JOURNAL, dice, 0.05),
  (folder, dice) => flipBit(folder, DATABASE, dice, 1),
  (folder, dice) => tear(folder, WAL, dice),
  (folder, dice) => tear(folder, JOURNAL, dice),
  (folder, dice) => cut(folder, WAL, dice),
  (folder, dice) => cut(folder, JOURNAL, dice),
  (folder, dice) => `${cut(folder, WAL, dice)}; ${cut(folder, JOURNAL, dice)}`,
]

/** Damages the files of the boards in one way; says what it did. */
export function damage(folder: string, kind: number, dice: Dice): string {
  return damages[kind % damages.length]?.(folder, dice) ?? 'nothing'
}

/** @param part - How much of the end of the file may be hit; 1 is all of it. */
function flipBit(folder: string, name: string, dice: Dice, part: number): string {
  return change(folder, name, (bytes) => {
    const reach = Math.max(1, Math.floor(bytes.length * part))
    const at = bytes.length - reach + dice(reach)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << dice(8))
    return `flipped a bit at ${at} of ${bytes.length}`
  })
}

/** The end of a file was being written: zeros, or something else, stand there now. */
function tear(folder: string, name: string, dice: Dice): string {
  return change(folder, name, (bytes) => {
    const length = 1 + dice(Math.min(bytes.length, 6000))
    const isZero = dice(2) === 0
    for (let at = bytes.length - length; at < bytes.length; at++) bytes[at] = isZero ? 0 : dice(256)
    return `tore the last ${length} of ${bytes.length}`
  })
}

function cut(folder: string, name: string, dice: Dice): string {
  const size = statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0
  if (size === 0) return `${name}: empty`
  const length = dice(size)
  cutAt(join(folder, name), length)
  return `${name}: cut at ${length} of ${size}`
}

export function cutAt(path: string, length: number): void {
  const file = openSync(path, 'r+')
  ftruncateSync(file, length)
  closeSync(file)
}

function change(folder: string, name: string, work: (bytes: Buffer) => string): string {
  const path = join(folder, name)
  // A journal has no name for the moment in which it follows another.
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  if (bytes.length === 0) return `${name}: empty`
  const what = work(bytes)
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, 0)
  closeSync(file)
  return `${name}: ${what}`
}
