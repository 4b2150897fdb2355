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
    expect(boardsOn(lit)).toEqual(['visie'])
    expect(wallPicture({ ...lit, wall: { kind: 'code' } }).kind).toBe('code')
    expect(boardsOn({ ...lit, wall: { kind: 'board', boardId: 'samen' } })).toEqual(['samen'])
  })

  it('reads the vision in steps in which the room works on it, and else the step', () => {
    const current = { boardId: 'visie' }
    expect(wallPicture(aView({ position: 3, current }))).toMatchObject({
      boards: [{ id: 'visie' }],
      otherwise: { kind: 'step' },
    })
    expect(wallPicture(aView({ position: 2, current })).kind).toBe('step')
    expect(wallPicture(aView({ position: 3, current: { boardId: 'samen' } })).kind).toBe('step')
  })

  it('[V9] keeps what people made on the wall after the end, whatever was in the spotlight', () => {
    const ended = aView({ endedAt: 9, spotlight: 'bord-a' })
    expect(wallPicture(ended)).toMatchObject({
      boards: [{ id: 'visie' }],
      otherwise: { boards: [{ id: 'bord-a' }], otherwise: { kind: 'ended' } },
    })
  })
})

function boardsOn(view: SessionView): readonly string[] {
  const picture = wallPicture(view)
  return picture.kind === 'boards' ? picture.boards.map(({ id }) => id) : []
}

/** A welcome, a group step and a plenary step. */
function aView(differences: Partial<SessionView> = {}): SessionView {
  return {
    position: 0,
    steps: [
      { kind: 'welcome', setting: 'plenary', hasBoard: true },
      { kind: 'brainstorm', setting: 'group', hasBoard: true },
      { kind: 'share', setting: 'plenary', hasBoard: true },
      { kind: 'merge', setting: 'plenary', hasBoard: true },
    ],
    boards: [
      { id: 'samen', kind: 'plenary', access: 'read' },
      { id: 'bord-a', kind: 'group', access: 'read' },
      { id: 'visie', kind: 'vision', access: 'read' },
    ],
    current: {},
    wall: { kind: 'auto' },
    merge: { count: 0, canUndo: false },
    ...differences,
  } as SessionView
}
