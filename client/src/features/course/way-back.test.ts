import type { CourseEvent, SessionView } from '@stip/api'
import { eventTypes } from '@stip/workshop'
import { describe, expect, it } from 'vitest'
import { wayBackOf } from './way-back.ts'

describe('the way back of what happened', () => {
  it.each(eventTypes)('of %s is a command, or a sentence that says why not', (type) => {
    const { command, why } = wayBackOf(anEvent(type, 1), [], aView())
    expect(command === undefined).toBe(why !== undefined)
    expect(why ?? 'Goed.').toMatch(/^[A-Z].*\.$/)
  })

  it('leads back to the step before, as long as nobody went on', () => {
    const step = anEvent('went-to-step', 1, { from: 0, position: 1 })
    expect(wayBackOf(step, [step], aView())).toEqual({
      command: { type: 'go-to-step', position: 0 },
    })
    const next = anEvent('went-to-step', 2, { from: 1, position: 2 })
    expect(wayBackOf(step, [next, step], aView())).toEqual({ why: 'De bijeenkomst is al verder.' })
  })

  it('knows what something was called before, when that is told', () => {
    const first = anEvent('group-renamed', 1, { groupId: 'a', text: 'De Brug' })
    const other = anEvent('group-renamed', 2, { groupId: 'b', text: 'De Haven' })
    const second = anEvent('group-renamed', 3, { groupId: 'a', text: 'De Molen' })
    const events = [second, other, first]
    expect(wayBackOf(second, events, aView())).toEqual({
      command: { type: 'rename-group', groupId: 'a', name: 'De Brug' },
    })
    expect(wayBackOf(first, events, aView()).why).toMatch(/daarna/)
    expect(wayBackOf(other, events, aView()).why).toMatch(/niet bekend/)
  })

  it('opens a question again for as long as its ballots are there and no other is open', () => {
    const closed = anEvent('question-closed', 1, { id: 'q', count: 3 })
    const reopen = { command: { type: 'reopen-question', questionId: 'q' } }
    expect(wayBackOf(closed, [closed], aView())).toEqual(reopen)
    const gone = anEvent('ballots-destroyed', 2, { id: 'q' })
    expect(wayBackOf(closed, [gone, closed], aView()).why).toMatch(/gewist/)
    const others = [anEvent('ballots-destroyed', 2, { id: 'other' }), closed]
    expect(wayBackOf(closed, others, aView())).toEqual(reopen)
    const questions = [{ id: 'next', isOpen: true }] as unknown as SessionView['questions']
    expect(wayBackOf(closed, [closed], aView({ questions })).why).toMatch(/andere vraag/)
    const again = [anEvent('question-reopened', 3, { id: 'q' }), closed]
    expect(wayBackOf(closed, again, aView()).why).toMatch(/al veranderd/)
  })

  it('is none for what is so no more', () => {
    const shown = anEvent('names-shown', 1, { on: true })
    expect(wayBackOf(shown, [shown], aView({ namesChosen: true }))).toEqual({
      command: { type: 'show-names', on: false },
    })
    expect(wayBackOf(shown, [shown], aView({ namesChosen: false })).why).toMatch(/al veranderd/)
  })

  it('takes every minute that was added back once, however often one presses', () => {
    const view = aView({ clock: { kind: 'running', endsAt: 9 } })
    const [first, second] = [added(1, 5), added(2, 5)]
    const taken = { command: { type: 'add-minutes', minutes: -5 } }
    expect(wayBackOf(first, [second, first], view)).toEqual(taken)
    const once = [added(3, -5), second, first]
    expect(wayBackOf(second, once, view).why).toMatch(/al veranderd/)
    expect(wayBackOf(first, once, view)).toEqual(taken)
    const twice = [added(4, -5), ...once]
    expect(wayBackOf(first, twice, view).why).toMatch(/al veranderd/)
    // What took it back has a way back of its own.
    expect(wayBackOf(twice[0] ?? first, twice, view)).toEqual({
      command: { type: 'add-minutes', minutes: 5 },
    })
  })

  it('is after the end only to open the session again', () => {
    const over = aView({ endedAt: 9, namesChosen: true })
    const shown = anEvent('names-shown', 1, { on: true })
    expect(wayBackOf(shown, [shown], over).why).toMatch(/afgesloten/)
    const ended = anEvent('session-ended', 2)
    expect(wayBackOf(ended, [ended, shown], over)).toEqual({ command: { type: 'reopen-session' } })
  })
})

function added(sequence: number, minutes: number): CourseEvent {
  return anEvent('minutes-added', sequence, { minutes })
}

function anEvent(
  type: CourseEvent['type'],
  sequence: number,
  about: CourseEvent['about'] = {},
): CourseEvent {
  return { sequence, at: 0, by: 'facilitator', type, about }
}

function aView(differences: Partial<SessionView> = {}): SessionView {
  const groups = [{ id: 'a', letter: 'A' }]
  const merge = { count: 0, canUndo: false }
  return { groups, merge, people: [], ...differences } as unknown as SessionView
}
