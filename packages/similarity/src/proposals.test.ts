import { describe, expect, it } from 'vitest'
import type { Note } from './note.ts'
import { proposalsFor, withoutNotSame } from './proposals.ts'

const words = 'Zwerfafval in de berm opruimen'
const notes: readonly Note[] = ['A', 'B', 'C', 'D', 'E', 'F'].map((board) => ({
  id: board,
  board,
  text: board === 'F' ? 'Langer vergaderen' : words,
}))

describe('[S18] what people said is not the same', () => {
  const all = proposalsFor(notes)

  it('is not proposed and not suggested, whoever is named first', () => {
    const left = withoutNotSame(all, [['B', 'A']])
    expect(all.pairs.some(({ a, b }) => a === 'A' && b === 'B')).toBe(true)
    expect(left.pairs.some(({ a, b }) => a === 'A' && b === 'B')).toBe(false)
    expect(left.pairs).toHaveLength(all.pairs.length - 1)
    expect(left.suggestions['A']?.map(({ id }) => id)).not.toContain('B')
    expect(left.suggestions['B']?.map(({ id }) => id)).not.toContain('A')
  })

  it('makes room for the next suggestion, and there are three at most', () => {
    expect(withoutNotSame(all, []).suggestions['A']).toHaveLength(3)
    expect(withoutNotSame(all, [['A', 'B']]).suggestions['A']).toHaveLength(3)
  })

  it('is no opposite any more either, and changes no groups', () => {
    const opposed = proposalsFor([
      { id: 'a', board: 'A', zone: 'los', text: words },
      { id: 'b', board: 'B', zone: 'vast', text: words },
    ])
    expect(opposed.opposites).toHaveLength(1)
    const left = withoutNotSame(opposed, [['a', 'b']])
    expect(left).toMatchObject({ opposites: [], clusters: opposed.clusters })
  })
})
