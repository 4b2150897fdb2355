import { describe, expect, it } from 'vitest'
import type { CommandStore } from '../command-store.ts'
import type { FactStore } from '../fact-store.ts'
import type { IntentStore } from '../intent-store.ts'

/** What every store of the answers of commands promises. */
export function describeCommandStore(name: string, open: () => CommandStore): void {
  it(`[ST4] ${name} keeps what a command was answered, once for each key of a session`, async () => {
    const store = open()
    expect(await store.findAnswer('avond', 'one')).toBeUndefined()
    await store.keepAnswer('avond', 'one', { revision: 3 })
    expect(await store.findAnswer('avond', 'one')).toEqual({ revision: 3 })
    expect(await store.findAnswer('middag', 'one')).toBeUndefined()
    await expect(store.keepAnswer('avond', 'one', { revision: 4 })).rejects.toThrow(Error)
    expect(await store.findAnswer('avond', 'one')).toEqual({ revision: 3 })
  })
}

/** What every store of intents promises. */
export function describeIntentStore(name: string, open: () => IntentStore): void {
  describe(`${name} keeps the contract of intents`, () => {
    it('[ST4] knows of each session the one thing that is being carried out', async () => {
      const store = open()
      expect(await store.find('avond')).toBeUndefined()
      await store.record('avond', { kind: 'collect', key: 'one' })
      await store.record('avond', { kind: 'collect', key: 'two' })
      await store.record('middag', { kind: 'collect', key: undefined })
      expect(await store.find('avond')).toEqual({ kind: 'collect', key: 'two' })
      expect(await store.find('middag')).toMatchObject({ kind: 'collect' })
      expect([...(await store.sessions())].toSorted()).toEqual(['avond', 'middag'])
      await store.remove('avond')
      expect(await store.find('avond')).toBeUndefined()
      expect(await store.sessions()).toEqual(['middag'])
    })
  })
}

/** What every store of facts promises. */
export function describeFactStore(name: string, open: () => FactStore): void {
  it(`[ST4] ${name} keeps whole numbers by their names`, async () => {
    const store = open()
    expect(await store.find('seen-at')).toBeUndefined()
    await store.set('seen-at', 12.7)
    await store.set('view-revisions', 5)
    await store.set('seen-at', 20)
    expect([await store.find('seen-at'), await store.find('view-revisions')]).toEqual([20, 5])
  })
}
