import { afterEach, expect, it, vi } from 'vitest'
import type { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { browserStorage } from '../../test/browser-storage.ts'
import { CopyKeeper } from './copy-keeper.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('[K11] keeps what is on its way when the page goes, and the next page brings it in', async () => {
  const device = aDevice()
  const before = new Y.Doc()
  const keeper = new CopyKeeper('copy', device.persistence(), before)
  before.getText('note').insert(0, 'Meer ')
  before.getText('note').insert(5, 'bomen')
  keeper.keep('unsaved', 2)
  device.leave()

  const after = new Y.Doc()
  const next = new CopyKeeper('copy', device.persistence(), after)
  next.addUnloadBackups()
  expect(after.getText('note').toJSON()).toBe('Meer bomen')
  expect(await next.recall('unsaved')).toBe(2)
})

it('[K11] forgets them once they arrived', () => {
  const device = aDevice()
  const document = new Y.Doc()
  const keeper = new CopyKeeper('copy', device.persistence(), document)
  document.getText('note').insert(0, 'Meer bomen')
  device.leave()
  expect(device.kept()).toHaveLength(1)
  device.arrive()
  expect(device.kept()).toEqual([])
  keeper.stop()
})

/** A device whose database never ends anything by itself, and a page that can go. */
function aDevice(): {
  /** Names of what is kept where writing waits for nothing. */
  readonly kept: () => readonly string[]
  readonly persistence: () => IndexeddbPersistence
  /** The page goes. */
  readonly leave: () => void
  /** All writes end. */
  readonly arrive: () => void
} {
  const storage = browserStorage()
  const onPage = new EventTarget()
  let transactions: EventTarget[] = []
  vi.stubGlobal('addEventListener', onPage.addEventListener.bind(onPage))
  vi.stubGlobal('removeEventListener', onPage.removeEventListener.bind(onPage))
  vi.stubGlobal('localStorage', storage)
  const store = { add: () => undefined, put: () => undefined }
  const transaction = (): EventTarget => {
    const made = Object.assign(new EventTarget(), {
      objectStore: () => store,
      commit: () => undefined,
    })
    transactions.push(made)
    return made
  }
  return {
    kept: () => Object.keys(storage),
    persistence: () =>
      ({
        db: { transaction },
        get: async () => undefined,
        _dbsize: 0,
        _storeTimeoutId: null,
        _storeUpdate: () => undefined,
      }) as unknown as IndexeddbPersistence,
    leave: () => void onPage.dispatchEvent(new Event('pagehide')),
    arrive: () => {
      for (const ended of transactions) ended.dispatchEvent(new Event('complete'))
      transactions = []
    },
  }
}
