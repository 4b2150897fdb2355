import type { BoardId, SessionId } from '@stip/primitives'
import type {
  AuthorshipStore,
  LateWork,
  Mark,
  Period,
  Progress,
} from '../../storage/stores/authorship-store.ts'

/** Keeps when what was written while the process lives. */
export class MemoryAuthorship implements AuthorshipStore {
  readonly #periods = new Map<SessionId, readonly Period[]>()
  readonly #marks = new Map<BoardId, readonly Mark[]>()
  readonly #late = new Map<BoardId, readonly LateWork[]>()

  async enter(sessionId: SessionId, now: Omit<Period, 'number'>): Promise<Period> {
    const periods = await this.periods(sessionId)
    const last = periods.at(-1)
    if (last?.position === now.position && last.isNamed === now.isNamed) return last
    const period = { number: (last?.number ?? 0) + 1, ...now }
    this.#periods.set(sessionId, [...periods, period])
    return period
  }

  async periods(sessionId: SessionId): Promise<readonly Period[]> {
    return this.#periods.get(sessionId) ?? []
  }

  async marks(boardId: BoardId): Promise<readonly Mark[]> {
    return this.#marks.get(boardId) ?? []
  }

  async progress(boardId: BoardId): Promise<Progress> {
    const marks = await this.marks(boardId)
    const clocks = new Map(marks.flatMap((mark) => mark.clocks))
    return { clocks: [...clocks], marks: marks.length, period: marks.at(-1)?.period ?? 0 }
  }

  async addMark(boardId: BoardId, mark: Mark): Promise<void> {
    this.#marks.set(boardId, [...(this.#marks.get(boardId) ?? []), mark])
  }

  async lateWork(boardId: BoardId): Promise<readonly LateWork[]> {
    return this.#late.get(boardId) ?? []
  }

  async addLateWork(boardId: BoardId, work: readonly LateWork[], most: number): Promise<void> {
    const before = this.#late.get(boardId) ?? []
    this.#late.set(boardId, [...before, ...work.slice(0, Math.max(0, most - before.length))])
  }
}
