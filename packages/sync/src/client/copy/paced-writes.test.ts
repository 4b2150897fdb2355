import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { PacedWrites } from './paced-writes.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

it('[K11] keeps own work at once, and what follows it within a tenth of a second, in one write', () => {
  const { writes, draw, kept } = aDevice()
  draw('a')
  expect(kept()).toBe('a')
  draw('b')
  draw('c')
  expect(kept()).toBe('a')
  vi.advanceTimersByTime(100)
  expect(kept()).toBe('abc')
  expect(writes).toHaveLength(2)
})

it('[K11] keeps what others did within a quarter of a second, in one write', () => {
  const { writes, draw, kept } = aDevice()
  draw('a', false)
  for (const letter of 'bcdef') {
    draw(letter, false)
    vi.advanceTimersByTime(40)
  }
  expect(kept()).toBe('a')
  vi.advanceTimersByTime(50)
  expect(kept()).toBe('abcdef')
  expect(writes).toHaveLength(2)
})

it('[K11] does not let own work wait for what others did', () => {
  const { draw, kept } = aDevice()
  draw('a')
  draw('b', false)
  draw('c')
  vi.advanceTimersByTime(100)
  expect(kept()).toBe('abc')
})

it('[K11] keeps what own work builds on before it, or with it', () => {
  const { draw, kept } = aDevice()
  draw('a', false)
  draw('b', false)
  vi.advanceTimersByTime(200)
  draw('c')
  expect(kept()).toBe('abc')
})

it('[K11] lets nothing wait when the page goes', () => {
  const { draw, kept, paced, leave } = aDevice()
  draw('a')
  draw('b')
  paced.flush()
  expect(kept()).toBe('ab')
  leave()
  draw('c')
  expect(kept()).toBe('abc')
})

it('[K11] keeps a fact after the updates that it is about, and only the last', () => {
  const { draw, paced, log } = aDevice()
  draw('a')
  paced.fact('unsaved', 1)
  draw('b')
  paced.fact('unsaved', 2)
  vi.advanceTimersByTime(100)
  expect(log).toEqual(['update', 'update', 'unsaved 2'])
})

it('[K11] writes nothing when nothing happened', () => {
  const { paced, log } = aDevice()
  paced.flush()
  expect(log).toEqual([])
})

function aDevice(): {
  readonly paced: PacedWrites
  readonly writes: readonly Uint8Array[]
  readonly log: readonly string[]
  readonly draw: (letter: string, isOwn?: boolean) => void
  readonly kept: () => string
  readonly leave: () => void
} {
  const writes: Uint8Array[] = []
  const log: string[] = []
  let isLeaving = false
  const paced = new PacedWrites({
    write: (update) => {
      writes.push(update)
      log.push('update')
    },
    keep: (name, fact) => void log.push(`${name} ${fact}`),
    isLeaving: () => isLeaving,
  })
  const drawn = new Y.Doc()
  let isOwn = true
  drawn.on('update', (update: Uint8Array) => paced.update(update, isOwn))
  return {
    paced,
    writes,
    log,
    draw: (letter, own = true) => {
      isOwn = own
      const text = drawn.getText('t')
      text.insert(text.length, letter)
    },
    kept: () => {
      const copy = new Y.Doc()
      for (const write of writes) Y.applyUpdate(copy, write)
      return copy.getText('t').toJSON()
    },
    leave: () => void (isLeaving = true),
  }
}
