import { describe, expect, it } from 'vitest'
import { applied, areApart, aStep, sectionIn, sectionOf } from '../test/outlines.ts'
import { layClear } from './keep-clear.ts'
import { addNote } from './outline-edits.ts'

const zone = 'shape:open-zien'
const other = 'shape:later'

describe('[O10] a note that came to lie over another', () => {
  const empty = aStep('open', 0)
  const one = applied(empty, addNote(empty, sectionIn(empty, zone), 'Eerst', 'shape:eerst'))

  it('is laid in a free place of its own zone', () => {
    // Both looked for a place at the same moment.
    const two = applied(one, addNote(empty, sectionIn(empty, zone), 'Later', other))
    const edit = layClear(two, other)
    expect(edit?.change.size).toBe(1)
    const board = edit === undefined ? two : applied(two, edit)
    const [first, second] = board.filter(({ type }) => type === 'note')
    expect(first && second && areApart(first, second)).toBe(true)
    expect(sectionOf(board, other)).toBe(zone)
  })

  it('stays where it is when it lies over none, and what is no note always', () => {
    const two = applied(one, addNote(one, sectionIn(one, zone), 'Later', other))
    expect(layClear(two, other)).toBeUndefined()
    expect(layClear(two, zone)).toBeUndefined()
    expect(layClear(two, 'shape:niets')).toBeUndefined()
  })
})
