import { describe, expect, it } from 'vitest'
import { nextThing } from './next-thing.ts'
import type { LedSession } from './next-thing.ts'

describe('the next thing to do', () => {
  it('[S31] is the first step while people come in', () => {
    expect(nextThing(aView({ position: -1 }))).toBe('go-on')
  })

  it('[S31] is making groups before the first step in groups', () => {
    expect(nextThing(aView({ position: 0 }))).toBe('make-groups')
    expect(nextThing(aView({ position: 1 }))).toBe('make-groups')
    expect(nextThing(aView({ position: 0, peopleCount: 0 }))).toBe('go-on')
  })

  it('[S31] is making groups before a step in groups of one role each', () => {
    const [welcome, , merge] = aView().steps
    const inRoleGroups = { kind: 'conversation', setting: 'role-group' }
    const steps = [welcome, inRoleGroups, merge] as LedSession['steps']
    expect(nextThing(aView({ position: 1, steps }))).toBe('make-groups')
  })

  it('[S31] is the next step once groups are made', () => {
    expect(nextThing(aView({ position: 0, groupsMade: true }))).toBe('go-on')
  })

  it('[S31] is merging in the step that is for it, once', () => {
    const view = aView({ position: 2, groupsMade: true })
    expect(nextThing(view)).toBe('merge')
    expect(nextThing({ ...view, merge: { count: 1 } })).toBe('end')
  })

  it('[S31] is the question that can be answered, before all else', () => {
    expect(nextThing(aView({ position: 0, question: { isOpen: true } }))).toBe('question')
    expect(nextThing(aView({ position: 0, question: { isOpen: false } }))).toBe('make-groups')
  })

  it('[S31] is nothing when the session is over', () => {
    expect(nextThing(aView({ endedAt: 3 }))).toBe('nothing')
  })
})

/** A welcome, a step in groups and the merge. */
function aView(differences: Partial<LedSession> = {}): LedSession {
  return {
    position: 0,
    steps: [
      { kind: 'welcome', setting: 'plenary' },
      { kind: 'brainstorm', setting: 'group' },
      { kind: 'merge', setting: 'plenary' },
    ],
    groupsMade: false,
    peopleCount: 12,
    merge: { count: 0 },
    ...differences,
  }
}
