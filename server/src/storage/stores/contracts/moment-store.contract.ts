import { describe, expect, it } from 'vitest'
import type { MomentLimits } from '../moment-limits.ts'
import type { MomentStore, NewMoment } from '../moment-store.ts'

const board = 'bord-a'
const wide: MomentLimits = { moments: 150, bytes: 1_000_000 }

/** What every store of moments promises; `open` makes an empty one. */
export function describeMomentStore(
  name: string,
  open: (limits: MomentLimits) => MomentStore,
): void {
  describe(`${name} keeps the contract of moments`, () => {
    it('[ST6] [Y1] gives moments back in order, with what stood there', async () => {
      const store = open(wide)
      expect(await store.list(board)).toEqual([])
      expect(await store.last(board)).toBeUndefined()
      expect(await store.add(board, aMoment({ at: 5, records: Uint8Array.of(1, 2) }))).toBe(1)
      const step = { kind: 'step', title: 'Loslaten' } as const
      await store.add(board, aMoment({ reason: step, isNamed: false, clocks: Uint8Array.of(7) }))
      await store.add('bord-b', aMoment())
      expect(await store.list(board)).toEqual([
        { number: 1, at: 5, reason: { kind: 'minutes' }, isNamed: true },
        { number: 2, at: 0, reason: step, isNamed: false },
      ])
      expect(await store.records(board, 1)).toEqual(Uint8Array.of(1, 2))
      expect(await store.records(board, 3)).toBeUndefined()
      expect(await store.find(board, 2)).toMatchObject({ clocks: Uint8Array.of(7) })
      expect(await store.find(board, 3)).toBeUndefined()
      const last = { number: 2, digest: new Uint8Array(32), clocks: Uint8Array.of(7) }
      expect(await store.last(board)).toEqual(last)
      await store.drop(board, 1)
      expect(await numbers(store)).toEqual([2])
    })

    it('[ST6] [Y2] lets the oldest of ten minutes and of restores go first, and never the newest', async () => {
      const store = open({ moments: 3, bytes: 1000 })
      await store.add(board, aMoment({ reason: { kind: 'step', title: 'een' } }))
      await store.add(board, aMoment())
      await store.add(board, aMoment({ reason: { kind: 'restore' } }))
      await store.add(board, aMoment({ reason: { kind: 'step', title: 'twee' } }))
      expect(await numbers(store)).toEqual([1, 3, 4])
      await store.add(board, aMoment({ reason: { kind: 'merge', number: 1 } }))
      await store.add(board, aMoment())
      expect(await numbers(store)).toEqual([4, 5, 6])
    })

    it('[ST6] [Y2] keeps no more bytes than it may, but always the newest', async () => {
      const store = open({ moments: 100, bytes: 1000 })
      await store.add(board, aMoment({ records: new Uint8Array(600) }))
      await store.add(board, aMoment({ records: new Uint8Array(300) }))
      await store.add(board, aMoment({ records: new Uint8Array(300) }))
      expect(await numbers(store)).toEqual([2, 3])
      await store.add(board, aMoment({ records: new Uint8Array(5000) }))
      expect(await numbers(store)).toEqual([4])
    })

    it('[ST6] [Y7] remembers what a restore did until it is undone', async () => {
      const store = open(wide)
      const number = await store.add(board, aMoment({ reason: { kind: 'restore' } }))
      const applied = '[{"id":"shape:een"}]'
      await store.setApplied(board, number, applied)
      expect(await store.applied(board, number)).toBe(applied)
      const packed = Uint8Array.of(1, 2, 3)
      await store.setApplied(board, number, packed)
      expect(await store.applied(board, number)).toEqual(packed)
      await store.setApplied(board, number, undefined)
      expect(await store.applied(board, number)).toBeUndefined()
    })
  })
}

function aMoment(differences: Partial<NewMoment> = {}): NewMoment {
  return {
    at: 0,
    reason: { kind: 'minutes' },
    isNamed: true,
    digest: new Uint8Array(32),
    clocks: new Uint8Array(1),
    records: new Uint8Array(10),
    ...differences,
  }
}

async function numbers(store: MomentStore): Promise<readonly number[]> {
  return (await store.list(board)).map(({ number }) => number)
}
