import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardKind, SessionBoard } from '../boards/state.ts'
import type { Session } from '../session/session.ts'
import { aPerson, aSession, after, decided, differing } from '../test/a-session.ts'
import { boardAccess, currentBoard, isRoomBoard, roomBoards } from './access.ts'
import { boardPolicies } from './policies.ts'
import type { BoardReader } from './policies.ts'

const readers: readonly BoardReader[] = [
  { role: 'facilitator' },
  { role: 'observer' },
  { role: 'wall' },
  { role: 'session' },
  { role: 'participant', personId: 'Noor' },
  { role: 'participant', personId: 'Sam' },
]

const open = (...members: string[]) => ({ type: 'open-private-board', members }) as const

describe('[A31] a kind of board', () => {
  it.each(['silent', 'toString', '__proto__', ''])(
    'without a policy (%j) is closed to everybody, in the spotlight too',
    (kind) => {
      const invented = { id: 'invented', kind: kind as BoardKind, groupId: 'A' }
      const session = anEvening([invented], { spotlight: 'invented' })
      for (const reader of readers) expect(boardAccess(session, reader, 'invented')).toBe('none')
      expect(roomBoards(session).map(({ id }) => id)).not.toContain('invented')
    },
  )

  it('is closed to a role that its policy does not name', () => {
    for (const kind of Object.keys(boardPolicies) as BoardKind[]) {
      const session = anEvening([{ id: 'one', kind, groupId: 'A', members: ['Noor'] }])
      const reader = { role: 'journalist', personId: 'Noor' } as unknown as BoardReader
      expect(boardAccess(session, reader, 'one')).toBe('none')
    }
  })
})

describe('[A32] a private board', () => {
  const board: SessionBoard = { id: 'own', kind: 'private', groupId: undefined, members: ['Noor'] }

  it('is written by its members, and known to nobody else, at every position', () => {
    const positions = fc.integer({ min: -1, max: 4 })
    const merges = fc.constantFrom(0, 1)
    fc.assert(
      fc.property(positions, merges, (position, count) => {
        const merge = { count, lastAt: undefined, canUndo: false }
        const session = anEvening([board], { position, merge, spotlight: 'own' })
        const may = readers.map((reader) => boardAccess(session, reader, 'own'))
        expect(may).toEqual(['none', 'none', 'none', 'none', 'write', 'none'])
        expect(isRoomBoard(session, 'own')).toBe(false)
      }),
    )
  })

  it('is shared by a circle, and closed to who left', () => {
    const circle = { ...board, members: ['Mila', 'Noor', 'Sam'] }
    const session = anEvening([circle])
    const may = ['Noor', 'Sam', 'Mila', 'Zoë'].map((personId) =>
      boardAccess(session, { role: 'participant', personId }, 'own'),
    )
    expect(may).toEqual(['write', 'write', 'none', 'none'])
  })

  it('is read by its members after the end', () => {
    const session = anEvening([board], { position: 0, endedAt: 1 })
    expect(boardAccess(session, { role: 'participant', personId: 'Noor' }, 'own')).toBe('read')
  })
})

describe('[A33] opening a private board', () => {
  it('makes one for these people, once', () => {
    const once = after(anEvening(), open('Sam', 'Noor'))
    expect(once.boards.at(-1)).toMatchObject({ kind: 'private', members: ['Noor', 'Sam'] })
    expect(after(once, open('Noor', 'Sam', 'Noor'))).toBe(once)
    expect(after(once, open('Noor')).boards).toHaveLength(once.boards.length + 1)
  })

  it.each([[[]], [['Mila']], [['nobody']], [['Noor', 'screen']]])(
    'is refused for %j: nobody, who left, a stranger, a screen',
    (members) => {
      const screen = aPerson('screen', { isScreen: true })
      const session = differing(anEvening(), { people: [...anEvening().people.all, screen] })
      expect(decided(session, open(...members))).toMatchObject({ refusal: 'no-such-person' })
    },
  )

  it('is refused for a circle that is too large', () => {
    const people = Array.from({ length: 41 }, (_, number) => aPerson(`person${number}`))
    const session = differing(anEvening(), { people })
    const everybody = people.map(({ id }) => id)
    expect(decided(session, open(...everybody))).toMatchObject({ refusal: 'too-many-boards' })
    expect(decided(session, open(...everybody.slice(1))).ok).toBe(true)
  })

  it('leads nobody there', () => {
    const session = after(differing(anEvening(), { position: 1 }), open('Noor'))
    const boardId = session.boards.at(-1)?.id ?? ''
    const choice = { kind: 'board', boardId } as const
    for (const command of [
      { type: 'spotlight', boardId } as const,
      { type: 'show-on-wall', choice } as const,
    ]) {
      expect(decided(session, command)).toMatchObject({ refusal: 'no-such-board' })
    }
    expect(currentBoard(session, { role: 'participant', personId: 'Noor' })).toBe('board-A')
  })
})

/** Noor and Sam are in group A; Mila left it. */
function anEvening(
  more: readonly SessionBoard[] = [],
  differences: Parameters<typeof aSession>[0] = {},
): Session {
  const people = [
    aPerson('Noor', { groupId: 'A' }),
    aPerson('Sam', { groupId: 'A' }),
    aPerson('Mila', { groupId: 'A', hasLeft: true }),
  ]
  const boards = [...aSession().boards, ...more]
  return aSession({ people, groupsMade: true, boards, ...differences })
}
