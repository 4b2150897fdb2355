import { expect, it } from 'vitest'
import { partsToldTo } from '../session/parts.ts'
import type { Command } from '../session/abilities.ts'
import { after, aSession } from '../test/a-session.ts'
import { nextVersion } from './state.ts'

const version = (number: string): Command => ({
  type: 'note-version',
  version: { number, hash: `hash of ${number}`, at: 5 },
})

it('[D7] versions are counted from 1, and from then on by what came after it', () => {
  const session = aSession()
  expect(nextVersion(session.versions)).toBe('1')
  const first = after(session, version('1'))
  expect(nextVersion(first.versions)).toBe('1.1')
  expect(nextVersion(after(first, version('1.1')).versions)).toBe('1.2')
})

it('[D7] a version is there once, and is told to everybody', () => {
  const saved = after(aSession(), version('1'))
  expect(after(saved, version('1'))).toBe(saved)
  for (const actor of ['facilitator', 'participant', 'observer', 'wall'] as const) {
    expect(partsToldTo(saved, actor).versions).toEqual([{ id: '1', hash: 'hash of 1', at: 5 }])
  }
  expect(partsToldTo(aSession(), 'participant').versions).toBeUndefined()
})
