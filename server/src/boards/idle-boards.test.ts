import { describe, expect, it } from 'vitest'
import { closable } from './idle-boards.ts'

const now = 1_000_000

describe('boards that nobody is at', () => {
  it('[X66] are closed after five minutes', () => {
    const idle = new Map([
      ['old', now - 300_001],
      ['lately', now - 299_999],
    ])
    expect(closable(idle, now)).toEqual(['old'])
  })

  it('[X66] are closed after half a minute, but for the four that were used last', () => {
    const idle = new Map(Array.from({ length: 40 }, (_, age) => [`b${age}`, now - 31_000 - age]))
    const closed = closable(idle, now)
    expect(closed).toHaveLength(36)
    expect(closed).not.toContain('b3')
    expect(closed).toContain('b4')
  })

  it('[X66] stay while somebody may be between two questions', () => {
    const idle = new Map(Array.from({ length: 40 }, (_, age) => [`b${age}`, now - age]))
    expect(closable(idle, now)).toEqual([])
  })
})
