import { describe, expect, it } from 'vitest'
import { closable } from './idle-boards.ts'
import type { IdleBoard } from './idle-boards.ts'

const now = 1_000_000

describe('boards that nobody is at', () => {
  it('[X66] are closed after five minutes', () => {
    const idle = boards([300_001, 299_999])
    expect(closable(idle, now)).toEqual(['b0'])
  })

  it('[X66] are closed after half a minute, but for the four that were used last', () => {
    const closed = closable(boards(Array.from({ length: 40 }, (_, age) => 31_000 + age)), now)
    expect(closed).toHaveLength(36)
    expect(closed).not.toContain('b3')
    expect(closed).toContain('b4')
  })

  it('[X66] are closed after five seconds when they are more than memory is for', () => {
    const ages = [4_000, 6_000, 7_000, 8_000]
    expect(closable(boards(ages, 25_000), now)).toEqual(['b2', 'b3'])
    expect(closable(boards(ages, 15_000), now)).toEqual([])
    // Whoever is between two questions finds it open.
    expect(closable(boards([4_000], 200_000), now)).toEqual([])
    expect(closable(boards([6_000], 200_000), now)).toEqual(['b0'])
  })

  it('[X66] stay while somebody may be between two questions', () => {
    const idle = boards(Array.from({ length: 40 }, (_, age) => age))
    expect(closable(idle, now)).toEqual([])
  })
})

function boards(ages: readonly number[], structs = 100): ReadonlyMap<string, IdleBoard> {
  return new Map(ages.map((age, place) => [`b${place}`, { usedAt: now - age, structs }]))
}
