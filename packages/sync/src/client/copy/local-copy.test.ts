import { afterEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { canKeepCopies, clearAllLocalCopies, openLocalCopy } from './local-copy.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('[K6] clears every copy, and leaves what others keep alone', async () => {
  const device = aDevice(['stip:board:a:1', 'stip:board:b:1', 'something else'])
  await clearAllLocalCopies()
  expect(device.databases).toEqual(new Set(['something else']))
})

it('[K6] clears every copy where databases cannot be listed', async () => {
  const device = aDevice(['stip:board:a:1'], { canList: false })
  device.storage.set('stip:local-copies', JSON.stringify(['stip:board:a:1']))
  await clearAllLocalCopies()
  expect(device.databases).toEqual(new Set())
  expect(device.storage.get('stip:local-copies')).toBe('[]')
})

it('[K6] goes on without a copy where nothing can be kept', async () => {
  vi.stubGlobal('indexedDB', undefined)
  expect(await openLocalCopy('board', 'anna', new Y.Doc())).toBeUndefined()
  expect(await canKeepCopies()).toBe(false)
  await expect(clearAllLocalCopies()).resolves.toBeUndefined()
})

it('[K6] goes on without a copy in a private window that refuses to open', async () => {
  aDevice([], { canOpen: false })
  expect(await openLocalCopy('board', 'anna', new Y.Doc())).toBeUndefined()
})

it('[K22] goes on without a copy, and clears what it can, where storage never answers', async () => {
  vi.useFakeTimers()
  const never = new Promise<never>(() => undefined)
  vi.stubGlobal('indexedDB', {
    open: () => new EventTarget(),
    deleteDatabase: () => new EventTarget(),
    databases: () => never,
  })
  const kept = new Map([['stip:local-copies', JSON.stringify(['stip:board:a:1'])]])
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
  const copy = openLocalCopy('board', 'anna', new Y.Doc())
  const clearing = clearAllLocalCopies()
  await vi.advanceTimersByTimeAsync(7_000)
  await expect(copy).resolves.toBeUndefined()
  await expect(clearing).resolves.toBeUndefined()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

/** As much of a browser's storage as clearing needs. */
function aDevice(
  names: readonly string[],
  { canList = true, canOpen = true }: { canList?: boolean; canOpen?: boolean } = {},
): { readonly databases: Set<string>; readonly storage: Map<string, string> } {
  const databases = new Set(names)
  const storage = new Map<string, string>()
  vi.stubGlobal('indexedDB', {
    open: () => answer(canOpen ? 'success' : 'error'),
    deleteDatabase: (name: string) => {
      databases.delete(name)
      return answer('success')
    },
    databases: async () => {
      if (!canList) throw new TypeError('databases is not a function')
      return [...databases].map((name) => ({ name, version: 1 }))
    },
  })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
  })
  return { databases, storage }
}

/** A request of a database that ends as told. */
function answer(event: string): EventTarget {
  const request = Object.assign(new EventTarget(), { result: { close: () => undefined } })
  queueMicrotask(() => request.dispatchEvent(new Event(event)))
  return request
}
