import { expect, it } from 'vitest'
import { idFromBytes } from './ids.ts'

it('gives one symbol a byte, without letters that are read for another', () => {
  const every = idFromBytes(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  expect(every).toHaveLength(256)
  expect(every).toMatch(/^[0-9a-hjkmnp-tv-z]+$/u)
})

it('uses all thirty-two symbols evenly, so that five bits of each byte count', () => {
  const every = idFromBytes(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  const times = [...new Set(every)].map((symbol) => every.split(symbol).length - 1)
  expect(times).toEqual(Array.from({ length: 32 }, () => 8))
})
