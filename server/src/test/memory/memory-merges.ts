import type { SessionId } from '@stip/primitives'
import type {
  MergeName,
  MergeStore,
  SettledMerge,
  StoredMerge,
} from '../../storage/stores/merge-store.ts'

interface Kept {
  readonly merge: StoredMerge
  state: 'planned' | 'done' | 'undone'
}

/** Keeps merges while the process lives. */
export class MemoryMerges implements MergeStore {
  #merges: readonly Kept[] = []

  async nextNumber(sessionId: SessionId): Promise<number> {
    return 1 + Math.max(0, ...this.#of(sessionId).map(({ merge }) => merge.number))
  }

  async plan(merge: StoredMerge): Promise<void> {
    const others = this.#merges.filter((each) => !isSame(each.merge, merge))
    this.#merges = [...others, { merge, state: 'planned' }]
  }

  async settle(name: MergeName, state: 'done' | 'undone'): Promise<void> {
    for (const each of this.#merges) if (isSame(each.merge, name)) each.state = state
  }

  async drop(name: MergeName): Promise<void> {
    this.#merges = this.#merges.filter((each) => !isSame(each.merge, name))
  }

  async lastDone(sessionId: SessionId): Promise<StoredMerge | undefined> {
    return this.#of(sessionId).findLast(({ state }) => state === 'done')?.merge
  }

  async doneBefore({ sessionId, number }: MergeName): Promise<StoredMerge | undefined> {
    return this.#of(sessionId).findLast(({ merge, state }) => {
      return state === 'done' && merge.number < number
    })?.merge
  }

  async planned(sessionId: SessionId): Promise<StoredMerge | undefined> {
    return this.#of(sessionId).find(({ state }) => state === 'planned')?.merge
  }

  async plannedSessions(): Promise<readonly SessionId[]> {
    const planned = this.#merges.filter(({ state }) => state === 'planned')
    return [...new Set(planned.map(({ merge }) => merge.sessionId))].toSorted()
  }

  async list(sessionId: SessionId): Promise<readonly SettledMerge[]> {
    return this.#of(sessionId).flatMap(({ merge: { number, at }, state }) =>
      state === 'planned' ? [] : [{ number, state, at }],
    )
  }

  async find(name: MergeName): Promise<StoredMerge | undefined> {
    return this.#merges.find(({ merge }) => isSame(merge, name))?.merge
  }

  #of(sessionId: SessionId): readonly Kept[] {
    return this.#merges
      .filter(({ merge }) => merge.sessionId === sessionId)
      .toSorted((one, other) => one.merge.number - other.merge.number)
  }
}

function isSame(one: MergeName, other: MergeName): boolean {
  return one.sessionId === other.sessionId && one.number === other.number
}
