import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PicturesAhead } from './fetch-ahead.ts'

const silent = new Set<string>()
let asked: string[]

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  vi.stubGlobal('fetch', (address: string, { signal }: RequestInit) => {
    asked.push(address)
    if (!silent.has(address)) return Promise.resolve(new Response('x'))
    return new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
    })
  })
})

afterEach(() => {
  silent.clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('a picture that hangs is asked for again, and comes', async () => {
  silent.add('/a')
  const coming = new PicturesAhead().bring('/a')
  await vi.advanceTimersByTimeAsync(1_000)
  silent.clear()
  await vi.advanceTimersByTimeAsync(40_000)
  await expect(coming).resolves.toBeUndefined()
  expect(asked).toEqual(['/a', '/a'])
})

it('is asked for once, however many places show it', async () => {
  const pictures = new PicturesAhead()
  await Promise.all([pictures.bring('/a'), pictures.bring('/a')])
  await pictures.bring('/a')
  expect(asked).toEqual(['/a'])
})

it('pictures that hang leave room for others after a while, and never take more than half of all lines', async () => {
  const pictures = new PicturesAhead()
  for (const name of ['/a', '/b', '/c', '/d', '/e']) silent.add(name)
  const all = ['/a', '/b', '/c', '/d', '/e', '/f'].map((name) => pictures.bring(name))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked).toEqual(['/a', '/b', '/c'])
  await vi.runAllTimersAsync()
  await Promise.all(all)
  expect(asked).toContain('/f')
})
