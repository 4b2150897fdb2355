import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'

const SLOT_BYTES = 16

/**
 * A small file that remembers how many commits there were. It is written after each, over itself
 * and without waiting for the disk: after a loss of power it may be behind, never ahead. When the
 * real files know less, commits are gone that people were told about.
 */
export class CommitCounter {
  readonly #file: number | undefined
  #slot = 0

  /** @param commits - How many there are now; what the file said before does not count any more. */
  constructor(path: string, commits: number) {
    try {
      this.#file = openSync(path, existsSync(path) ? 'r+' : 'w+')
    } catch {
      // Losing something would go unnoticed a little easier; nothing is lost by that.
      this.#file = undefined
    }
    this.note(commits)
    this.note(commits)
  }

  /** How many commits there were at least; 0 when the file is not there or says nothing that holds. */
  static seen(path: string): number {
    if (!existsSync(path)) return 0
    const bytes = readFileSync(path)
    const slots = [bytes.subarray(0, SLOT_BYTES), bytes.subarray(SLOT_BYTES, 2 * SLOT_BYTES)]
    return Math.max(0, ...slots.map(numberIn))
  }

  note(commits: number): void {
    if (this.#file === undefined) return
    const slot = Buffer.alloc(SLOT_BYTES)
    slot.writeDoubleBE(commits)
    slot.writeUInt32BE(crc32(slot.subarray(0, 8)), 8)
    // In turn, so that a write that is cut off leaves the other.
    this.#slot = 1 - this.#slot
    try {
      writeSync(this.#file, slot, 0, SLOT_BYTES, this.#slot * SLOT_BYTES)
    } catch {
      // The commit stands; the next one is noted again.
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
  }
}

function numberIn(slot: Buffer): number {
  if (slot.length < SLOT_BYTES) return 0
  const holds = crc32(slot.subarray(0, 8)) === slot.readUInt32BE(8)
  return holds ? slot.readDoubleBE() : 0
}
