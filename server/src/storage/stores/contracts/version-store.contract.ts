import { beforeEach, describe, expect, it } from 'vitest'
import type { KeptVersion, VersionStore } from '../version-store.ts'

/** What every store of versions promises; `open` makes an empty one. */
export function describeVersionStore(name: string, open: () => VersionStore): void {
  describe(`${name} keeps the contract of versions`, () => {
    let store: VersionStore
    beforeEach(() => {
      store = open()
    })

    it('[ST10] keeps versions by their numbers, in the order in which they were saved', async () => {
      const [first, second] = [aVersion('1'), aVersion('1.1')]
      expect(await store.find('avond', '1')).toBeUndefined()
      await store.add('avond', first, [])
      await store.add('avond', second, [])
      await store.add('middag', aVersion('1', 'other'), [])
      expect(await store.find('avond', '1.1')).toEqual(second)
      expect(await store.find('middag', '1')).toEqual(aVersion('1', 'other'))
      expect(await store.find('middag', '1.1')).toBeUndefined()
      const [{ content: _one, ...one }, { content: _two, ...two }] = [first, second]
      expect(await store.list('avond')).toEqual([one, two])
      expect(await store.list('nacht')).toEqual([])
    })

    it('[ST10] changes nothing that is kept: the same once more is no change, another is refused', async () => {
      await store.add('avond', aVersion('1'), [])
      await store.add('avond', { ...aVersion('1'), at: 9 }, [])
      const other = aVersion('1', 'other')
      const picture = { hash: 'late', bytes: Uint8Array.of(1) }
      await expect(store.add('avond', other, [picture])).rejects.toThrow(Error)
      expect(await store.find('avond', '1')).toEqual(aVersion('1'))
      expect(await store.picture('avond', 'late')).toBeUndefined()
      expect(await store.list('avond')).toHaveLength(1)
    })

    it('[ST10] keeps its own copy of the pictures, of each session by itself', async () => {
      const bytes = Uint8Array.of(1, 2)
      await store.add('avond', aVersion('1'), [{ hash: 'a', bytes }])
      bytes[0] = 7
      await store.add('avond', aVersion('2'), [{ hash: 'a', bytes: Uint8Array.of(8) }])
      expect(await store.picture('avond', 'a')).toEqual(Uint8Array.of(1, 2))
      expect(await store.picture('middag', 'a')).toBeUndefined()
    })
  })
}

function aVersion(number: string, hash = `of ${number}`): KeptVersion {
  return { number, hash, at: 5, content: `{"number":"${number}","of":"${hash}"}` }
}
