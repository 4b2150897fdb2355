import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { below, seededRandom } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import { boardsDatabase } from '../../test/behind-its-back.ts'
import { LogStore } from './log-store.ts'

const ACTIONS = 25
const boards = ['noord', 'oost', 'zuid']

/** Runs that once failed, kept for good. Say in one line what was wrong. */
const regressions: readonly number[] = [
  // A start on a full disk, with something to mend: it does not start, and loses nothing by that.
  37, 42, 44,
]

describe('[L7] [L8] [L9] [L12] whatever befalls the process and its disk', () => {
  it.each([...regressions, ...seedsToTry()])('seed %d', async (seed) => {
    const random = seededRandom(seed)
    const world = new World(random)
    try {
      for (let action = 0; action < ACTIONS; action++) {
        // oxlint-disable-next-line no-await-in-loop
        await world.actAtRandom()
        expect(world.stored()).toEqual(world.confirmed)
      }
    } finally {
      world.end()
    }
  })
})

/** A log, and what it confirmed. */
class World {
  readonly #random: Random
  /** Everything that has to be there, once and in order, and nothing else. */
  readonly confirmed = new Map(boards.map((board) => [board, [] as number[]]))
  #folder = aFolder()
  #store = LogStore.open(this.#folder)
  #next = 1
  #isFull = false
  #isOpen = true

  constructor(random: Random) {
    this.#random = random
  }

  async actAtRandom(): Promise<void> {
    switch (below(this.#random, 8)) {
      case 0:
        this.#store.close()
        this.#store = LogStore.open(this.#folder)
        break
      case 1:
        this.#die(() => undefined)
        break
      case 2:
        // One of the two is damaged: the other has everything.
        this.#die((folder) => this.#damage(join(folder, 'boards.sqlite-wal')))
        break
      case 3:
        this.#die((folder) => this.#damage(join(folder, 'boards.journal')))
        break
      case 4:
        this.#isFull = !this.#isFull
        this.#setFull()
        break
      default:
        await this.#append()
    }
  }

  /** Everything that is on disk, board by board. */
  stored(): ReadonlyMap<string, readonly number[]> {
    return new Map(
      boards.map((board) => [
        board,
        this.#store
          .read(board)
          .entries.map(({ update }) => new DataView(update.buffer).getUint32(0)),
      ]),
    )
  }

  end(): void {
    if (this.#isOpen) this.#store.close()
    this.#isOpen = false
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** One commit of several boards, small and large. */
  async #append(): Promise<void> {
    const additions = boards
      .filter(() => below(this.#random, 2) === 0)
      .map((boardId) => {
        const numbers = Array.from({ length: 1 + below(this.#random, 4) }, () => this.#next++)
        return { boardId, numbers }
      })
    try {
      await this.#store.append(
        additions.map(({ boardId, numbers }) => ({
          boardId,
          entries: numbers.map((number) => ({ author: 'anna', update: this.#bytesOf(number) })),
        })),
      )
    } catch (error) {
      if (!this.#isFull) throw error
      return
    }
    for (const { boardId, numbers } of additions) this.confirmed.get(boardId)?.push(...numbers)
    if (below(this.#random, 4) === 0) this.#store.tidy()
  }

  #bytesOf(number: number): Uint8Array {
    const bytes = new Uint8Array(4 + below(this.#random, 3) * 5000)
    new DataView(bytes.buffer).setUint32(0, number)
    return bytes
  }

  /** The process ends without a word; the next one finds the files as they are. */
  #die(damage: (folder: string) => void): void {
    const folder = aFolder()
    cpSync(this.#folder, folder, { recursive: true })
    this.end()
    rmSync(join(folder, 'boards.sqlite-shm'), { force: true })
    damage(folder)
    this.#folder = folder
    this.#store = this.#opened(folder)
    this.#isOpen = true
    // A part of the write-ahead log that was lost took this along.
    this.#setFull()
  }

  /** What is to be mended may not fit on a full disk; with room it is mended all the same. */
  #opened(folder: string): LogStore {
    try {
      return LogStore.open(folder)
    } catch (error) {
      // Also when it was emptied: what was damaged may have been just that.
      if (!String(error).includes('the disk is full')) throw error
      this.#isFull = false
      this.#setFull()
      return LogStore.open(folder)
    }
  }

  #damage(path: string): void {
    const bytes = readFileSync(path)
    if (bytes.length === 0) return
    const at = below(this.#random, bytes.length)
    if (below(this.#random, 2) === 0) truncateSync(path, at)
    else {
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(this.#random, 8))
      writeFileSync(path, bytes)
    }
  }

  #setFull(): void {
    const database = boardsDatabase(this.#folder)
    database.exec('DROP TRIGGER IF EXISTS full')
    if (this.#isFull) {
      database.exec(`
        CREATE TRIGGER full BEFORE INSERT ON heads WHEN NEW.board_id <> 'noord'
        BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`)
    }
    database.close()
  }
}

function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'stip-log-fuzz-'))
}

/** STIP_FUZZ_SEED=123 repeats one run; STIP_FUZZ_RUNS=5000 is the nightly hunt. */
function seedsToTry(): readonly number[] {
  const { STIP_FUZZ_SEED: seed, STIP_FUZZ_RUNS: runs = '50' } = process.env
  if (seed !== undefined) return [Number(seed)]
  return Array.from({ length: Number(runs) }, (_, i) => i + 1)
}
