import type { SessionView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { wallPicture } from './wall-picture.ts'

describe('what the wall shows', () => {
  it('shows the code before the first step and while people come in', () => {
    expect(wallPicture(aView({ position: -1 })).kind).toBe('code')
    expect(wallPicture(aView({ position: 0 })).kind).toBe('code')
  })

  it('shows the step while groups work, and while the room works together', () => {
    expect(wallPicture(aView({ position: 1 })).kind).toBe('step')
    const together = aView({ position: 2, current: { boardId: 'samen' } })
    expect(wallPicture(together)).toMatchObject({ kind: 'step', step: { kind: 'share' } })
  })

  it('follows the spotlight, and the facilitator before that', () => {
    const lit = aView({ position: 1, spotlight: 'visie' })
    expect(wallPicture(lit)).toMatchObject({ board: { id: 'visie' } })
    expect(wallPicture({ ...lit, wall: { kind: 'code' } }).kind).toBe('code')
    expect(wallPicture({ ...lit, wall: { kind: 'board', boardId: 'samen' } })).toMatchObject({
      board: { id: 'samen' },
    })
  })

  it('keeps the vision on the wall after the end', () => {
    const merge = { count: 1, canUndo: true }
    expect(wallPicture(aView({ endedAt: 9, merge }))).toMatchObject({ board: { id: 'visie' } })
    expect(wallPicture(aView({ endedAt: 9 })).kind).toBe('ended')
  })
})

/** A welcome, a group step and a plenary step. */
function aView(differences: Partial<SessionView> = {}): SessionView {
  return {
    position: 0,
    steps: [
      { kind: 'welcome', setting: 'plenary', hasBoard: true },
      { kind: 'brainstorm', setting: 'group', hasBoard: true },
      { kind: 'share', setting: 'plenary', hasBoard: true },
    ],
    boards: [
      { id: 'samen', kind: 'plenary', access: 'read' },
      { id: 'visie', kind: 'vision', access: 'read' },
    ],
    current: {},
    wall: { kind: 'auto' },
    merge: { count: 0, canUndo: false },
    ...differences,
  } as SessionView
}
