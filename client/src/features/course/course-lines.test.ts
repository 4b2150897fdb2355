import type { CourseEvent, SessionView } from '@stip/api'
import { eventTypes } from '@stip/workshop'
import { describe, expect, it } from 'vitest'
import { sentences } from '../../texts/console/nl-course.ts'
import { courseLines, namesIn } from './course-lines.ts'

const view = {
  people: [{ id: 'p1', number: 1, name: 'Noor' }],
  groups: [{ id: 'a', letter: 'A' }],
  steps: [{ title: 'Openstaan' }],
  backgrounds: [{ id: 'resident', name: 'Bewoner' }],
} as unknown as SessionView
const names = namesIn(view, [{ id: 'v', name: 'Visie' }])

describe('the course of a session', () => {
  it.each(eventTypes)('has a sentence for %s, whatever is known of it', (type) => {
    for (const about of [
      {},
      { personId: 'p1', groupId: 'a', boardId: 'v', position: 0, text: 'x' },
    ]) {
      const [line] = courseLines([anEvent(type, { about })], names, false)
      if (type === 'people-seen') continue
      expect(line?.text).toMatch(/^[A-ZÉ].*[.x…]$/)
      expect(line?.text).not.toMatch(/undefined|null|NaN/)
    }
    expect(sentences[type]({}, names)).not.toBe('')
  })

  it('has a sentence for nothing that cannot happen', () => {
    expect(Object.keys(sentences).toSorted()).toEqual([...eventTypes].toSorted())
  })

  it('ends with one sign, also where a step is called by a question', () => {
    const asked = namesIn({ ...view, steps: [{ title: 'Waar staan we nu?' }] } as never, [])
    const [line] = courseLines([anEvent('went-to-step', { about: { position: 0 } })], asked, false)
    expect(line?.text).toBe('Stap 1 begon: Waar staan we nu?')
  })

  it('counts people who came in after each other', () => {
    const joined = [5, 4, 3].map((sequence) => anEvent('person-joined', { sequence }))
    const lines = courseLines([...joined, anEvent('went-to-step', { sequence: 2 })], names, false)
    expect(lines.map(({ text, count }) => [text, count])).toEqual([
      ['3 mensen kwamen binnen.', 3],
      ['Iedereen ging terug naar het begin.', 1],
    ])
  })

  it('tells what the facilitator did alone, when asked', () => {
    const events = [anEvent('hand-raised', { by: 'participant' }), anEvent('clock-paused', {})]
    expect(courseLines(events, names, true).map(({ text }) => text)).toEqual([
      'De tijd staat stil.',
    ])
  })
})

function anEvent(type: CourseEvent['type'], differences: Partial<CourseEvent>): CourseEvent {
  return { sequence: 1, at: 0, by: 'facilitator', type, about: {}, ...differences }
}
