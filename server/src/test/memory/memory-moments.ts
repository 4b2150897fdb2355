import type { BoardId } from '@stip/primitives'
import type { Applied } from '../../storage/stores/applied.ts'
import { superfluous } from '../../storage/stores/moment-limits.ts'
import type { MomentLimits } from '../../storage/stores/moment-limits.ts'
import type {
  LastMoment,
  Moment,
  MomentStore,
  NewMoment,
} from '../../storage/stores/moment-store.ts'

interface Kept extends NewMoment {
  readonly number: number
  applied?: Applied | undefined
}

/** Keeps moments while the process lives. */
export class MemoryMoments implements MomentStore {
  readonly #limits: MomentLimits
  readonly #boards = new Map<BoardId, readonly Kept[]>()

  constructor(limits: MomentLimits) {
    this.#limits = limits
  }

  async add(boardId: BoardId, moment: NewMoment): Promise<number> {
    const before = this.#of(boardId)
    const number = (before.at(-1)?.number ?? 0) + 1
    const all = [...before, { ...moment, number }]
    const sizes = all.map(({ reason, records, ...each }) => {
      return { number: each.number, kind: reason.kind, bytes: records.length }
    })
    const gone = new Set(superfluous(sizes, this.#limits))
    const kept = all.filter((each) => !gone.has(each.number))
    this.#boards.set(boardId, kept)
    return number
  }

  async list(boardId: BoardId): Promise<readonly Moment[]> {
    return this.#of(boardId).map(({ number, at, reason, isNamed }) => {
      return { number, at, reason, isNamed }
    })
  }

  async last(boardId: BoardId): Promise<LastMoment | undefined> {
    const last = this.#of(boardId).at(-1)
    return last && { number: last.number, digest: last.digest, clocks: last.clocks }
  }

  async find(
    boardId: BoardId,
    number: number,
  ): Promise<Pick<NewMoment, 'clocks' | 'records'> | undefined> {
    const found = this.#find(boardId, number)
    return found && { clocks: found.clocks, records: found.records }
  }

  async records(boardId: BoardId, number: number): Promise<Uint8Array | undefined> {
    return this.#find(boardId, number)?.records
  }

  async setApplied(boardId: BoardId, number: number, applied: Applied | undefined): Promise<void> {
    const found = this.#find(boardId, number)
    if (found !== undefined) found.applied = applied
  }

  async applied(boardId: BoardId, number: number): Promise<Applied | undefined> {
    return this.#find(boardId, number)?.applied
  }

  async drop(boardId: BoardId, number: number): Promise<void> {
    const left = this.#of(boardId).filter((each) => each.number !== number)
    this.#boards.set(boardId, left)
  }

  #of(boardId: BoardId): readonly Kept[] {
    return this.#boards.get(boardId) ?? []
  }

  #find(boardId: BoardId, number: number): Kept | undefined {
    return this.#of(boardId).find((each) => each.number === number)
  }
}
