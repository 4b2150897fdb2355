import type { BoardChanges } from '@stip/board'
import type { SessionId } from '@stip/primitives'
import { hasCollected } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import type { BoardThread } from '../board-thread/board-thread.ts'
import type { Miniatures } from '../boards/miniatures.ts'
import { groupBoards, visionChange } from '../commands/merging/collecting.ts'
import { visionOf } from '../commands/merging/merged-boards.ts'

/** After it was worked out, the thread of boards is left alone for so many times as long. */
const REST = 9
/** Of so many sessions is kept what was told last. */
const MOST_KEPT = 100

interface CollectNewsOptions {
  readonly thread: Pick<BoardThread, 'news'>
  /** Knows of every write on a board, once it is on the disk. */
  readonly changes: () => Pick<Miniatures, 'now' | 'changedSince'>
  /** Milliseconds that only pass. */
  readonly elapsed: () => number
}

interface Told {
  /** Of the last change on any board that may not be in it. */
  readonly change: string
  /** Other when something else is to be collected, or was merged since. */
  readonly wanted: string
  readonly boards: readonly BoardChanges[]
  readonly restsUntil: number
}

/**
 * What groups made since the vision last collected, worked out in the thread of boards by what plans
 * a merge: only when something was written, once for all who ask, and never one after the other.
 */
export class CollectNews {
  readonly #options: CollectNewsOptions
  readonly #told = new Map<SessionId, Told>()
  readonly #making = new Map<SessionId, Promise<readonly BoardChanges[]>>()

  constructor(options: CollectNewsOptions) {
    this.#options = options
  }

  /**
   * What there is to tell now, or was a moment ago while boards are being written.
   *
   * @throws {UpdateLogDamagedError} When a board is damaged.
   */
  of(session: Session): Promise<readonly BoardChanges[]> {
    if (!hasCollected(session)) return Promise.resolve([])
    const { id, merging } = session
    const change = visionChange(session, groupBoards(session), 0)
    const wanted = JSON.stringify([merging, change])
    const told = this.#told.get(id)
    if (told?.wanted === wanted) {
      const boardIds = [visionOf(session), ...change.boards.map(({ board }) => board)]
      const isOld = this.#options.changes().changedSince(boardIds, told.change).length > 0
      if (!isOld || this.#options.elapsed() < told.restsUntil) return Promise.resolve(told.boards)
    }
    const making = this.#making.get(id) ?? this.#make(session, { change, wanted })
    this.#making.set(id, making)
    return making
  }

  async #make(
    session: Session,
    {
      change,
      wanted,
    }: { readonly change: ReturnType<typeof visionChange>; readonly wanted: string },
  ): Promise<readonly BoardChanges[]> {
    const { thread, changes, elapsed } = this.#options
    const { now } = changes()
    const startedAt = performance.now()
    try {
      const boards = await thread.news({ boardId: visionOf(session), change })
      const restsUntil = elapsed() + REST * (performance.now() - startedAt)
      this.#keep(session.id, { change: now, wanted, boards, restsUntil })
      return boards
    } finally {
      this.#making.delete(session.id)
    }
  }

  #keep(sessionId: SessionId, told: Told): void {
    this.#told.delete(sessionId)
    this.#told.set(sessionId, told)
    const [oldest] = this.#told.keys()
    if (this.#told.size > MOST_KEPT && oldest !== undefined) this.#told.delete(oldest)
  }
}
