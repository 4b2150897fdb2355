import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { part, PartMissing } from './part.ts'

describe('a part of the page', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('that the network refuses comes another time', async () => {
    let tries = 0
    const coming = part(() => {
      tries += 1
      return tries < 3 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('here')
    })
    await vi.runAllTimersAsync()
    await expect(coming).resolves.toBe('here')
  })

  it.each([
    ['that never comes', () => new Promise(() => {})],
    ['that is refused for good', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('%s is given up', async (_, load) => {
    const coming = part(load).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(60_000)
    await expect(coming).resolves.toBeInstanceOf(PartMissing)
    expect(vi.getTimerCount()).toBe(0)
  })
})
