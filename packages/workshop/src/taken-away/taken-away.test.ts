import { describe, expect, it } from 'vitest'
import { aSession } from '../test/a-session.ts'
import {
  noteAwayToo,
  notePutBack,
  noteTakenAway,
  takenAwayOf,
  takenAwayOn,
  takenAwayWith,
} from './taken-away.ts'

const taken = {
  id: 'weg-1',
  at: 1000,
  reason: '  Hierin herken je iemand.  ',
  boardId: 'board-a',
  records: [
    { boardId: 'board-a', recordId: 'shape:a', stored: {} },
    { boardId: 'board-v', recordId: 'shape:copy', stored: {} },
  ],
  authors: ['person-1'],
}

describe('[A30] what the facilitator took away', () => {
  it('is known by board, with its copies', () => {
    const after = noteTakenAway(aSession(), taken)
    if (!after.ok) throw new Error(after.refusal)
    expect(takenAwayOn(after.value, 'board-a')).toEqual(new Set(['shape:a']))
    expect(takenAwayOn(after.value, 'board-v')).toEqual(new Set(['shape:copy']))
    expect(takenAwayOn(after.value, 'board-b')).toEqual(new Set())
  })

  it('is told to who wrote it and to nobody else, with the reason', () => {
    const after = noteTakenAway(aSession(), taken)
    if (!after.ok) throw new Error(after.refusal)
    const told = [{ id: 'weg-1', reason: 'Hierin herken je iemand.' }]
    expect(takenAwayOf(after.value, 'person-1')).toEqual(told)
    expect(takenAwayOf(after.value, 'person-2')).toEqual([])
    const back = notePutBack(after.value, 'weg-1')
    if (!back.ok) throw new Error(back.refusal)
    expect(takenAwayOf(back.value, 'person-1')).toEqual([])
    expect(notePutBack(back.value, 'weg-1')).toMatchObject({ refusal: 'nothing-to-undo' })
  })

  it('takes along what came of it later, and puts that back with it', () => {
    const after = noteTakenAway(aSession(), taken)
    if (!after.ok) throw new Error(after.refusal)
    const pasted = { boardId: 'board-b', recordId: 'shape:pasted', stored: {} }
    expect(takenAwayWith(after.value, pasted)).toBeUndefined()
    const more = noteAwayToo(after.value, 'weg-1', [pasted])
    expect(takenAwayWith(more, pasted)?.id).toBe('weg-1')
    expect(takenAwayOn(more, 'board-b')).toEqual(new Set(['shape:pasted']))
    expect(takenAwayOn(more, 'board-a')).toEqual(new Set(['shape:a']))
    expect(more.revision).toBe(after.value.revision + 1)
    expect(notePutBack(more, 'weg-1')).toMatchObject({ value: { takenAway: [] } })
  })

  it('needs a reason, and no long one', () => {
    expect(noteTakenAway(aSession(), { ...taken, reason: ' ' })).toMatchObject({
      refusal: 'text-missing',
    })
    expect(noteTakenAway(aSession(), { ...taken, reason: 'a'.repeat(201) })).toMatchObject({
      refusal: 'text-too-long',
    })
  })
})
