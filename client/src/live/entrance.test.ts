import { describe, expect, it } from 'vitest'
import { readFragment } from './entrance.ts'

describe('what an address carries behind its #', () => {
  it('is the secret of a link', () => {
    expect(readFragment('#sleutel=abc-123')).toEqual({ secret: 'abc-123', code: undefined })
  })

  it('is a join code, as it was typed', () => {
    expect(readFragment('#k7qf%202m9p')).toEqual({ secret: undefined, code: 'k7qf 2m9p' })
  })

  it('is nothing', () => {
    expect(readFragment('')).toEqual({ secret: undefined, code: undefined })
    expect(readFragment('#%E0%A4%A')).toEqual({ secret: undefined, code: undefined })
  })
})
