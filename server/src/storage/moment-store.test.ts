import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from './database.ts'
import { MomentStore } from './moment-store.ts'
import type { MomentLimits, NewMoment } from './moment-store.ts'

const board = 'bord-a'

describe('the store of moments', () => {
  it('[Y1] gives moments back in order, with what stood there', () => {
    const store = aStore()
    expect(store.list(board)).toEqual([])
    expect(store.last(board)).toBeUndefined()
    store.add(board, aMoment({ at: 5, records: Uint8Array.of(1, 2) }))
    store.add(board, aMoment({ reason: { kind: 'step', title: 'Loslaten' }, isNamed: false }))
    store.add('bord-b', aMoment())
    expect(store.list(board)).toEqual([
      { number: 1, at: 5, reason: { kind: 'minutes' }, isNamed: true },
      { number: 2, at: 0, reason: { kind: 'step', title: 'Loslaten' }, isNamed: false },
    ])
    expect(store.records(board, 1)).toEqual(Uint8Array.of(1, 2))
    expect(store.records(board, 3)).toBeUndefined()
    expect(store.last(board)?.number).toBe(2)
  })

  it('[Y2] lets the oldest of ten minutes and of restores go first, and never the newest', () => {
    const store = aStore({ moments: 3, bytes: 1000 })
    store.add(board, aMoment({ reason: { kind: 'step', title: 'een' } }))
    store.add(board, aMoment())
    store.add(board, aMoment({ reason: { kind: 'restore' } }))
    store.add(board, aMoment({ reason: { kind: 'step', title: 'twee' } }))
    expect(numbers(store)).toEqual([1, 3, 4])
    store.add(board, aMoment({ reason: { kind: 'merge', number: 1 } }))
    store.add(board, aMoment())
    expect(numbers(store)).toEqual([4, 5, 6])
  })

  it('[Y2] keeps no more bytes than it may, but always the newest', () => {
    const store = aStore({ moments: 100, bytes: 1000 })
    store.add(board, aMoment({ records: new Uint8Array(600) }))
    store.add(board, aMoment({ records: new Uint8Array(300) }))
    store.add(board, aMoment({ records: new Uint8Array(300) }))
    expect(numbers(store)).toEqual([2, 3])
    store.add(board, aMoment({ records: new Uint8Array(5000) }))
    expect(numbers(store)).toEqual([4])
  })

  it('[Y7] remembers what a restore did until it is undone', () => {
    const store = aStore()
    const number = store.add(board, aMoment({ reason: { kind: 'restore' } }))
    const applied = '[{"id":"shape:een"}]'
    store.setApplied(board, number, applied)
    expect(store.applied(board, number)).toBe(applied)
    const packed = Uint8Array.of(1, 2, 3)
    store.setApplied(board, number, packed)
    expect(store.applied(board, number)).toEqual(packed)
    store.setApplied(board, number, undefined)
    expect(store.applied(board, number)).toBeUndefined()
  })
})

function aStore(limits?: MomentLimits): MomentStore {
  const database = openDatabase(':memory:')
  onTestFinished(() => database.close())
  return new MomentStore(database, limits)
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

function numbers(store: MomentStore): readonly number[] {
  return store.list(board).map(({ number }) => number)
}
