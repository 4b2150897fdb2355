import { MemoryUpdateLog, standingOf } from '../room/index.ts'
import type { LogEntry, UpdateLog } from '../room/index.ts'
import { stillDoc } from './replayed.ts'

/** A log whose disk is in the hands of the test. */
export class StubbornLog implements UpdateLog {
  /** 'slow' waits for {@link release}; 'full' stores nothing; 'unsure' stores, and says it failed. */
  disk: 'well' | 'slow' | 'full' | 'unsure' = 'well'
  /** Says that it stored what comes next, and does not: no log does, which is why it is looked for. */
  losesNext = false
  appends = 0
  readonly #log = new MemoryUpdateLog()
  #held: (() => void)[] = []

  async append(boardId: string, entries: readonly LogEntry[]): Promise<void> {
    this.appends++
    if (this.disk === 'slow') await new Promise<void>((release) => this.#held.push(release))
    if (this.disk === 'full') throw new Error('no space left on device')
    if (this.losesNext) this.losesNext = false
    else await this.#log.append(boardId, entries)
    if (this.disk === 'unsure') throw new Error('the answer got lost')
  }

  /** Lets go of what a slow disk holds. */
  release(): void {
    for (const release of this.#held.splice(0)) release()
  }

  read(boardId: string): Promise<readonly LogEntry[]> {
    return this.#log.read(boardId)
  }

  async standing(boardId: string): Promise<Uint8Array> {
    const entries = await this.read(boardId)
    return standingOf(stillDoc(entries.map(({ update }) => update)))
  }

  async close(): Promise<void> {
    this.release()
  }
}
