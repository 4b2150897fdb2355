import * as Y from 'yjs'
import { MANY, ownersOf } from '../room/log/update-log.ts'
import type { LogEntry, UpdateLog } from '../room/log/update-log.ts'
import { stillDoc } from './replayed.ts'

/** What an append comes to: 'slow' waits for `release`, 'unsure' is stored and said to have failed. */
export type DiskState = 'well' | 'slow' | 'full' | 'unsure'

/** What a disk holds of one board. */
export interface Contents {
  readonly entries: readonly LogEntry[]
  readonly generation: number
}

/** A disk that outlives the processes that write it, and everything that may befall it. */
export class CrashingDisk {
  state: DiskState = 'well'
  /** Since the process started, it holds something of which the process was told that it does not. */
  holdsMore = false
  #contents: Contents = { entries: [], generation: 1 }
  #held: (() => void)[] = []
  #process = 0

  get contents(): Contents {
    return this.#contents
  }

  /** The log for a process that starts now. A process before it is dead: it writes nothing more. */
  start(): UpdateLog {
    const process = ++this.#process
    this.holdsMore = false
    const isAlive = (): boolean => process === this.#process
    return {
      append: async (_boardId, entries) => {
        if (this.state === 'slow') await new Promise<void>((resolve) => this.#held.push(resolve))
        // A dead process hears nothing any more, and nobody hears of it.
        if (!isAlive()) return new Promise<void>(() => {})
        if (this.state === 'full') throw new Error('no space left on device')
        this.#add(entries)
        if (this.state !== 'unsure') return
        this.holdsMore = true
        throw new Error('the sync failed')
      },
      read: async () => this.#contents.entries.map(copied),
      generation: async () => this.#contents.generation,
      close: async () => this.release(),
    }
  }

  /** Lets go of what a slow disk holds. */
  release(): void {
    for (const release of this.#held.splice(0)) release()
  }

  /** The process ends without a word: a commit that was on its way is there as a whole, or not. */
  crash(isOnDisk: boolean): void {
    if (!isOnDisk) this.#process++
    this.state = 'well'
    this.release()
  }

  /** Folds everything into one entry, as a snapshot does. */
  compact(): void {
    const { entries } = this.#contents
    if (entries.length < 2) return
    const doc = stillDoc(entries.map(({ update }) => update))
    const folded = { author: MANY, update: Y.encodeStateAsUpdate(doc), owners: ownersOf(entries) }
    this.#contents = { ...this.#contents, entries: [folded] }
  }

  /** Puts something older back; what copies hold that were made since does not fit any more. */
  restore(backup: Contents): void {
    this.#contents = { entries: backup.entries, generation: this.#contents.generation + 1 }
  }

  #add(entries: readonly LogEntry[]): void {
    const { entries: before, generation } = this.#contents
    this.#contents = { entries: [...before, ...entries.map(copied)], generation }
  }
}

function copied(entry: LogEntry): LogEntry {
  return { ...entry, update: entry.update.slice() }
}
