import * as Y from 'yjs'
import type { LogEntry } from '../room/index.ts'
import { standingOf, stillDoc } from './replayed.ts'
import type { Standing } from './replayed.ts'

/** What people were shown or told, held against what is on disk. Slow is for tests; this is not. */
export class Promises {
  /** The board as it is on disk. */
  #stored = stillDoc()
  #entries: readonly LogEntry[] = []
  #kept: Uint8Array[] = []
  /** Every value that somebody may find on the board. */
  readonly #issued = new Set<string>()

  /** Somebody was shown an update, or told that it is stored. */
  add(updates: readonly Uint8Array[]): void {
    this.#kept.push(...updates)
  }

  /** Somebody wrote this. */
  issue(note: string, value: number): void {
    this.#issued.add(`${note}=${value}`)
  }

  /** The server was told that this did not happen. */
  takeBack(note: string, value: number): void {
    this.#issued.delete(`${note}=${value}`)
  }

  /** Something older was put back: nothing holds any more but what is in it. */
  beginAnew(entries: readonly LogEntry[], stillOnItsWay: ReadonlySet<string>): void {
    this.#kept = []
    this.#issued.clear()
    for (const value of stillOnItsWay) this.#issued.add(value)
    this.#read(entries)
    for (const [note, value] of Object.entries(this.notes)) this.issue(note, Number(value))
  }

  /** Looks at the disk: nothing that was promised is missing, nothing that nobody wrote is there. */
  broken(entries: readonly LogEntry[]): { missing: number; unissued: readonly string[] } {
    this.#read(entries)
    const stored = Y.snapshot(this.#stored)
    const isThere = (update: Uint8Array): boolean => Y.snapshotContainsUpdate(stored, update)
    const missing = this.#kept.filter((update) => !isThere(update)).length
    this.#kept = this.#kept.length > 1 ? [Y.mergeUpdates(this.#kept)] : this.#kept
    const unissued = Object.entries(this.notes)
      .map(([note, value]) => `${note}=${String(value)}`)
      .filter((value) => !this.#issued.has(value))
    return { missing, unissued }
  }

  /** What the disk comes to as it was when {@link broken} looked. */
  get standing(): Standing {
    return standingOf(this.#stored)
  }

  get stored(): Y.Doc {
    return this.#stored
  }

  get notes(): Record<string, unknown> {
    return this.#stored.getMap('notes').toJSON()
  }

  #read(entries: readonly LogEntry[]): void {
    const isLonger = this.#entries.every((entry, at) => entry === entries[at])
    if (!isLonger) this.#stored = stillDoc()
    for (const { update } of entries.slice(isLonger ? this.#entries.length : 0)) {
      Y.applyUpdate(this.#stored, update)
    }
    this.#entries = entries
  }
}
