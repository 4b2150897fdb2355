import { beforeEach, describe, expect, it } from 'vitest'
import type { MergeStore, StoredMerge } from '../merge-store.ts'

/** What every store of merges promises; `open` makes an empty one. */
export function describeMergeStore(name: string, open: () => MergeStore): void {
  describe(`${name} keeps the contract of merges`, () => {
    let store: MergeStore
    beforeEach(() => {
      store = open()
    })

    it('[ST5] counts up in a session, undone merges included', async () => {
      expect(await store.nextNumber('avond')).toBe(1)
      await store.plan(aMerge(1))
      expect(await store.nextNumber('avond')).toBe(2)
      await store.settle(aMerge(1), 'undone')
      expect(await store.nextNumber('avond')).toBe(2)
      expect(await store.nextNumber('middag')).toBe(1)
    })

    it('[ST5] knows which merge stands, and which stands when that is undone', async () => {
      for (const number of [1, 2, 3]) {
        // oxlint-disable-next-line no-await-in-loop
        await store.plan(aMerge(number))
        // oxlint-disable-next-line no-await-in-loop
        await store.settle(aMerge(number), number === 2 ? 'undone' : 'done')
      }
      expect(await store.lastDone('avond')).toEqual(aMerge(3))
      expect(await store.doneBefore(aMerge(3))).toEqual(aMerge(1))
      expect(await store.doneBefore(aMerge(1))).toBeUndefined()
      expect(await store.lastDone('middag')).toBeUndefined()
    })

    it('[ST5] lists what came to its end, and finds what each did', async () => {
      for (const number of [2, 1, 3]) {
        // oxlint-disable-next-line no-await-in-loop
        await store.plan(aMerge(number))
      }
      await store.settle(aMerge(2), 'undone')
      await store.settle(aMerge(1), 'done')
      expect(await store.list('avond')).toEqual([
        { number: 1, state: 'done', at: 1 },
        { number: 2, state: 'undone', at: 2 },
      ])
      expect(await store.find(aMerge(2))).toEqual(aMerge(2))
      expect(await store.find(aMerge(4))).toBeUndefined()
      expect(await store.list('middag')).toEqual([])
    })

    it('[ST5] knows what was cut off half-way, until that is settled or dropped', async () => {
      await store.plan(aMerge(1))
      await store.plan({ ...aMerge(1), at: 9 })
      await store.plan({ ...aMerge(4), sessionId: 'middag' })
      expect(await store.planned('avond')).toEqual({ ...aMerge(1), at: 9 })
      expect(await store.plannedSessions()).toEqual(['avond', 'middag'])
      await store.settle(aMerge(1), 'done')
      await store.drop({ sessionId: 'middag', number: 4 })
      expect(await store.planned('avond')).toBeUndefined()
      expect(await store.plannedSessions()).toEqual([])
      expect(await store.nextNumber('middag')).toBe(1)
    })
  })
}

function aMerge(number: number): StoredMerge {
  return {
    sessionId: 'avond',
    number,
    at: number,
    applied: Uint8Array.of(number, 2),
    beside: number === 1 ? undefined : Uint8Array.of(3),
  }
}
