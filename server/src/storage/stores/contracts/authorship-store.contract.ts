import { beforeEach, describe, expect, it } from 'vitest'
import type { AuthorshipStore } from '../authorship-store.ts'

/** What every store of when something was written promises; `open` makes an empty one. */
export function describeAuthorshipStore(name: string, open: () => AuthorshipStore): void {
  describe(`${name} keeps the contract of when something was written`, () => {
    let store: AuthorshipStore
    beforeEach(() => {
      store = open()
    })

    it('[ST7] a period goes on for as long as nothing changes', async () => {
      const first = await store.enter('avond', { position: -1, isNamed: true })
      expect(await store.enter('avond', { position: -1, isNamed: true })).toEqual(first)
      const second = await store.enter('avond', { position: 0, isNamed: false })
      const third = await store.enter('avond', { position: 0, isNamed: true })
      await store.enter('middag', { position: 3, isNamed: true })
      expect([first, second, third].map(({ number }) => number)).toEqual([1, 2, 3])
      expect(await store.periods('avond')).toEqual([first, second, third])
    })

    it('[ST7] marks of a board stay in order, and say together how far it is', async () => {
      expect(await store.progress('bord-a')).toEqual({ clocks: [], marks: 0, period: 0 })
      const one = { at: 9, period: 1, clocks: [[11, 4] as const, [12, 1] as const] }
      const two = { at: 5, period: 2, clocks: [[11, 7] as const] }
      await store.addMark('bord-a', one)
      await store.addMark('bord-a', two)
      expect(await store.marks('bord-a')).toEqual([one, two])
      const clocks = [
        [11, 7],
        [12, 1],
      ]
      expect(await store.progress('bord-a')).toEqual({ clocks, marks: 2, period: 2 })
      expect(await store.marks('bord-b')).toEqual([])
    })

    it('[ST7] keeps what was handed in late, up to a bound', async () => {
      const work = [1, 2, 3].map((client) => ({ client, first: 0, last: client }))
      await store.addLateWork('bord-a', work.slice(0, 2), 3)
      await store.addLateWork('bord-a', work, 3)
      await store.addLateWork('bord-a', work, 3)
      expect(await store.lateWork('bord-a')).toEqual([work[0], work[1], work[0]])
      expect(await store.lateWork('bord-b')).toEqual([])
    })
  })
}
