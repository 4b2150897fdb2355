import { describe, expect, it } from 'vitest'
import { aSession, after, decided } from '../test/a-session.ts'
import { takenAwayOf, takenAwayOn, takenAwayWith } from './state.ts'

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
    const session = after(aSession(), { type: 'note-taken-away', taken })
    expect(takenAwayOn(session, 'board-a')).toEqual(new Set(['shape:a']))
    expect(takenAwayOn(session, 'board-v')).toEqual(new Set(['shape:copy']))
    expect(takenAwayOn(session, 'board-b')).toEqual(new Set())
  })

  it('is told to who wrote it and to nobody else, with the reason', () => {
    const session = after(aSession(), { type: 'note-taken-away', taken })
    const told = [{ id: 'weg-1', reason: 'Hierin herken je iemand.' }]
    expect(takenAwayOf(session, 'person-1')).toEqual(told)
    expect(takenAwayOf(session, 'person-2')).toEqual([])
    const back = after(session, { type: 'note-put-back', id: 'weg-1' })
    expect(takenAwayOf(back, 'person-1')).toEqual([])
    expect(decided(back, { type: 'note-put-back', id: 'weg-1' })).toMatchObject({
      refusal: 'nothing-to-undo',
    })
  })

  it('takes along what came of it later, and puts that back with it', () => {
    const session = after(aSession(), { type: 'note-taken-away', taken })
    const pasted = { boardId: 'board-b', recordId: 'shape:pasted', stored: {} }
    expect(takenAwayWith(session, pasted)).toBeUndefined()
    const more = after(session, { type: 'note-away-too', id: 'weg-1', records: [pasted] })
    expect(takenAwayWith(more, pasted)?.id).toBe('weg-1')
    expect(takenAwayOn(more, 'board-b')).toEqual(new Set(['shape:pasted']))
    expect(takenAwayOn(more, 'board-a')).toEqual(new Set(['shape:a']))
    expect(more.revision).toBe(session.revision + 1)
    expect(after(more, { type: 'note-put-back', id: 'weg-1' }).takenAway).toEqual([])
  })

  it('needs a reason, and no long one', () => {
    const refusals = [' ', 'a'.repeat(201)].map((reason) =>
      decided(aSession(), { type: 'note-taken-away', taken: { ...taken, reason } }),
    )
    expect(refusals).toMatchObject([{ refusal: 'text-missing' }, { refusal: 'text-too-long' }])
  })
})
