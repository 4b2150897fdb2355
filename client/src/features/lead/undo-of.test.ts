import type { SessionView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { undoOf } from './undo-of.ts'

describe('the way back of a command', () => {
  it('returns to the step before', () => {
    expect(undoOf({ type: 'go-to-step', position: 1 }, aView())).toEqual({
      text: 'Stap: Loslaten.',
      command: { type: 'go-to-step', position: 0 },
    })
  })

  it('puts a person back where they were', () => {
    expect(undoOf({ type: 'move-person', personId: 'p1', groupId: 'b' }, aView())).toEqual({
      text: 'Noor zit nu in groep B.',
      command: { type: 'move-person', personId: 'p1', groupId: 'a' },
    })
  })

  it('takes back a merge, a mix and the end', () => {
    expect(undoOf({ type: 'merge' }, aView())?.command.type).toBe('undo-merge')
    expect(undoOf({ type: 'mix-groups' }, aView())?.command.type).toBe('undo-mix')
    expect(undoOf({ type: 'end-session' }, aView())?.command.type).toBe('reopen-session')
  })

  it('takes back that somebody writes for others, and that they do not', () => {
    expect(undoOf({ type: 'appoint-scribe', personId: 'p1', on: true }, aView())).toEqual({
      text: 'Noor schrijft voor wie geen telefoon heeft.',
      command: { type: 'appoint-scribe', personId: 'p1', on: false },
    })
  })

  it('takes back what is asked of the room, revealed, closed and shown', () => {
    const questionId = 'q'
    const item = { id: 'a', text: 'A' }
    const ask = { type: 'ask', topic: 'poll', kind: 'consent', items: [item] } as const
    expect(undoOf(ask, aView())?.command.type).toBe('close-question')
    expect(undoOf({ type: 'ask-about', topic: 'consent' }, aView())?.command.type).toBe(
      'close-question',
    )
    expect(undoOf({ type: 'reveal-answers', questionId }, aView())?.command).toEqual({
      type: 'hide-answers',
      questionId,
    })
    expect(undoOf({ type: 'close-question', questionId }, aView())?.command).toEqual({
      type: 'reopen-question',
      questionId,
    })
    const show = { type: 'show-question', questionId, on: true } as const
    expect(undoOf(show, aView())?.command).toEqual({ ...show, on: false })
  })

  it('gives a critique the answer of before', () => {
    const again = { type: 'answer-critique', critique: 'w1', answer: 'Nu wel' } as const
    expect(undoOf(again, aView())?.command).toEqual({ ...again, answer: null })
    const replied = {
      ...aView(),
      questions: [{ replies: { w1: 'Nee' } }],
    } as unknown as SessionView
    expect(undoOf(again, replied)?.command).toEqual({ ...again, answer: 'Nee' })
  })

  it('has none for what is its own way back', () => {
    expect(undoOf({ type: 'add-minutes', minutes: 1 }, aView())).toBeUndefined()
  })
})

/** Two steps, two groups, one person in the first. */
function aView(): SessionView {
  return {
    position: 0,
    steps: [{ title: 'Openstaan' }, { title: 'Loslaten' }],
    groups: [
      { id: 'a', letter: 'A' },
      { id: 'b', letter: 'B' },
    ],
    people: [{ id: 'p1', number: 1, name: 'Noor', groupId: 'a' }],
  } as unknown as SessionView
}
