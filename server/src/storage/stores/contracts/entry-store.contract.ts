import { beforeEach, describe, expect, it } from 'vitest'
import type { EntryStore } from '../entry-store.ts'

/** What every store of ways into a session promises; `open` makes an empty one. */
export function describeEntryStore(name: string, open: () => EntryStore): void {
  describe(`${name} keeps the contract of ways into a session`, () => {
    let store: EntryStore
    beforeEach(() => {
      store = open()
    })

    it('[ST2] knows where a code leads, and never gives it away twice', async () => {
      expect(await store.findCode('AAAA')).toBeUndefined()
      expect(await store.addCode('AAAA', { sessionId: 'avond', expiresAt: 100 })).toBe(true)
      expect(await store.addCode('AAAA', { sessionId: 'middag', expiresAt: 200 })).toBe(false)
      expect(await store.findCode('AAAA')).toEqual({ sessionId: 'avond', expiresAt: 100 })
      expect(await store.currentCode('avond')).toBe('AAAA')
      expect(await store.currentCode('middag')).toBeUndefined()
    })

    it('[ST2] a code that was replaced has expired, whatever the clock says', async () => {
      await store.addCode('AAAA', { sessionId: 'avond', expiresAt: 100 })
      await store.retireCodes('avond', 10)
      await store.addCode('BBBB', { sessionId: 'avond', expiresAt: 100 })
      expect(await store.findCode('AAAA')).toEqual({ sessionId: 'avond', expiresAt: 0 })
      expect(await store.currentCode('avond')).toBe('BBBB')
    })

    it('[ST2] codes that are good move along with a clock, and end in time', async () => {
      await store.addCode('AAAA', { sessionId: 'avond', expiresAt: 100 })
      await store.addCode('BBBB', { sessionId: 'middag', expiresAt: 1000 })
      await store.findCode('BBBB')
      await store.moveCodes(500, 50)
      expect((await store.findCode('AAAA'))?.expiresAt).toBe(100)
      expect((await store.findCode('BBBB'))?.expiresAt).toBe(1050)
      await store.endCodesBy(700)
      expect((await store.findCode('AAAA'))?.expiresAt).toBe(100)
      expect((await store.findCode('BBBB'))?.expiresAt).toBe(700)
    })

    it('[ST2] counts the versions of each link', async () => {
      expect(await store.linkVersion('avond', 'wall')).toBe(1)
      await store.raiseLinkVersion('avond', 'wall')
      await store.raiseLinkVersion('avond', 'wall')
      expect(await store.linkVersion('avond', 'wall')).toBe(3)
      expect(await store.linkVersion('avond', 'observer')).toBe(1)
      expect(await store.linkVersion('middag', 'wall')).toBe(1)
    })
  })
}
