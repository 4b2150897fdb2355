import { expect, it } from 'vitest'
import type { IndexeddbPersistence } from 'y-indexeddb'
import { CopyWrites } from './copy-writes.ts'

it('[K11] ends every write as it is made, and knows what is on its way', () => {
  const { persistence, log, arrive } = aCopy()
  const writes = new CopyWrites(persistence, () => log.push('all arrived'))
  const update = new Uint8Array([1, 2])
  writes.write(update)
  writes.keep('unsaved', 3)
  expect(log).toEqual(['add 1,2', 'commit', 'put unsaved', 'commit'])
  expect(writes.updatesOnTheirWay).toEqual([update])
  arrive()
  expect(writes.updatesOnTheirWay).toEqual([])
  expect(writes.factsOnTheirWay).toEqual({ unsaved: 3 })
  arrive()
  expect(writes.factsOnTheirWay).toEqual({})
  expect(log.at(-1)).toBe('all arrived')
})

it('[K11] is silent about a copy that is being closed', () => {
  const { persistence, log } = aCopy({ isClosing: true })
  const writes = new CopyWrites(persistence, () => undefined)
  writes.write(new Uint8Array([1]))
  writes.keep('unsaved', 3)
  expect(log).toEqual(['set unsaved'])
  expect(writes.updatesOnTheirWay).toEqual([])
})

/** A copy that tells what was asked of it; only what writing asks for. */
function aCopy({ isClosing = false } = {}) {
  const log: string[] = []
  const waiting: (() => void)[] = []
  const store = {
    add: (update: Uint8Array) => log.push(`add ${update.join(',')}`),
    put: (_fact: unknown, name: string) => log.push(`put ${name}`),
  }
  const db = {
    transaction: () => {
      if (isClosing) throw new Error('It is being closed.')
      return {
        objectStore: () => store,
        commit: () => log.push('commit'),
        addEventListener: (_event: string, done: () => void) => waiting.push(done),
      }
    },
  }
  const persistence = {
    db,
    _dbsize: 0,
    _storeTimeoutId: null,
    set: (name: string) => {
      log.push(`set ${name}`)
      return Promise.resolve()
    },
  } as unknown as IndexeddbPersistence
  return { persistence, log, arrive: () => waiting.shift()?.() }
}
