import type { BoardId, SessionId } from '@stip/primitives'
import type { Asker } from '../turns.ts'
import type { ExportFormat } from './board-file.ts'
import type { BoardThread } from './board-thread.ts'

/** Files up to this size, in bytes, are kept for whoever asks next, so many bytes in all. */
const keeping = { each: 4 * 1024 * 1024, all: 32 * 1024 * 1024 }
interface Kept {
  readonly version: string
  readonly bytes: Uint8Array
}

interface Wanted {
  readonly boardId: BoardId
  readonly sessionId: SessionId
  readonly format: ExportFormat
}

/** Makes files of boards, in turns, and once for each state of a board. */
export class Exporter {
  readonly #thread: BoardThread
  /** Files that were made, the one that was asked longest ago first. */
  readonly #kept = new Map<string, Kept>()
  #keptBytes = 0

  constructor(thread: BoardThread) {
    this.#thread = thread
  }

  /**
   * A board as a file, as it is on the disk.
   *
   * @throws {RequestRefusedError} 'busy' when this person waits for too many files already.
   * @throws {UpdateLogDamagedError} When the board is damaged.
   */
  make(asker: Asker, wanted: Wanted): Promise<Uint8Array> {
    return this.#thread.inTurn(asker, () => this.#make(wanted))
  }

  async #make(wanted: Wanted): Promise<Uint8Array> {
    const name = `${wanted.boardId} ${wanted.format}`
    const known = this.#kept.get(name)
    const made = (await this.#thread.file({ ...wanted, knownVersion: known?.version })) ?? known
    if (made === undefined) throw new Error('The thread knows a file that was never made.')
    this.#forget(name)
    if (made.bytes.length <= keeping.each) this.#keep(name, made)
    return made.bytes
  }

  #keep(name: string, { version, bytes }: Kept): void {
    this.#kept.set(name, { version, bytes })
    this.#keptBytes += bytes.length
    for (const oldest of this.#kept.keys()) {
      if (this.#keptBytes <= keeping.all) break
      this.#forget(oldest)
    }
  }

  #forget(name: string): void {
    this.#keptBytes -= this.#kept.get(name)?.bytes.length ?? 0
    this.#kept.delete(name)
  }
}
