import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WallChoice } from '../attention/state.ts'
import { aPerson, aSession, after, differing } from '../test/a-session.ts'
import type { Differences } from '../test/a-session.ts'
import { boardAccess, currentBoard, showsPresence } from './access.ts'
import type { Actor } from './policies.ts'
import type { Session } from '../session/session.ts'

const boards = ['plenary', 'board-A', 'board-B', 'board-C', 'vision']
const noor: Actor = { role: 'participant', personId: 'Noor' }
const facilitator: Actor = { role: 'facilitator' }
const observer: Actor = { role: 'observer' }
const wall: Actor = { role: 'wall' }

describe('the facilitator', () => {
  it.each([-1, 0, 1, 2])('[A1] writes every board at position %d', (position) => {
    expect(accessTo(anEvening({ position }), facilitator)).toEqual(boards.map(() => 'write'))
  })
})

describe('a participant', () => {
  it.each([-1, 0, 1, 2, 4])('[A2] writes the own board at position %d', (position) => {
    expect(boardAccess(anEvening({ position }), noor, 'board-B')).toBe('write')
  })

  it('[A2] has no board before groups are made', () => {
    expect(boardAccess(anEvening({ groupsMade: false }), noor, 'board-B')).toBe('none')
  })

  it.each([
    [-1, 'read'],
    [0, 'write'],
    [1, 'read'],
    [3, 'write'],
  ])('[A3] may, at position %d, with the plenary board: %s', (position, access) => {
    expect(boardAccess(anEvening({ position }), noor, 'plenary')).toBe(access)
  })

  it.each(['alone', 'remote'] as const)('[A3] writes the plenary board %s', (setting) => {
    expect(boardAccess(inSetting(setting), noor, 'plenary')).toBe('write')
  })

  it('[A4] reads the vision once there is one', () => {
    const evening = anEvening({ position: 0 })
    expect(boardAccess(evening, noor, 'vision')).toBe('none')
    const merged = after(
      evening,
      { type: 'note-merge', at: 1 },
      { type: 'spotlight', boardId: null },
    )
    expect(boardAccess(merged, noor, 'vision')).toBe('read')
  })

  it.each([
    [-1, 'none'],
    [0, 'none'],
    [1, 'none'],
    [2, 'none'],
    [3, 'read'],
    [4, 'read'],
  ])('[A5] may, at position %d, with the board of another group: %s', (position, access) => {
    expect(boardAccess(anEvening({ position }), noor, 'board-C')).toBe(access)
  })

  it.each(['board-C', 'vision'])('[A6] reads %s in the spotlight, without a pen', (spotlight) => {
    expect(boardAccess(anEvening({ position: 1, spotlight }), noor, spotlight)).toBe('read')
  })
})

describe('[A35] frozen boards of groups', () => {
  it.each([-1, 0, 1, 2, 3, 4])(
    'are read at position %d, and written again once opened',
    (position) => {
      const frozen = after(anEvening({ position }), freeze(true))
      expect(boardAccess(frozen, noor, 'board-B')).toBe('read')
      expect(boardAccess(frozen, facilitator, 'board-B')).toBe('write')
      expect(boardAccess(frozen, { role: 'session' }, 'board-B')).toBe('write')
      expect(boardAccess(after(frozen, freeze(false)), noor, 'board-B')).toBe('write')
    },
  )

  it('change nothing on any other board', () => {
    for (const position of [-1, 0, 1, 2, 3, 4]) {
      const evening = anEvening({ position })
      const frozen = after(evening, freeze(true))
      for (const actor of [noor, facilitator, observer, wall]) {
        expect(accessTo(frozen, actor).toSpliced(2, 1)).toEqual(
          accessTo(evening, actor).toSpliced(2, 1),
        )
      }
    }
  })

  it('are read by a scribe as well', () => {
    const people = [aPerson('Noor', { groupId: 'B', isScribe: true })]
    const evening = anEvening({ people, position: 1 })
    const scribe = { role: 'scribe', personId: 'Noor' } as const
    expect(boardAccess(evening, scribe, 'board-B')).toBe('write')
    expect(boardAccess(after(evening, freeze(true)), scribe, 'board-B')).toBe('read')
    expect(boardAccess(after(evening, freeze(true)), scribe, 'board-A')).toBe('none')
  })

  it('stay so through steps and merges, and pressing twice is once', () => {
    const frozen = after(anEvening({ position: 1 }), freeze(true))
    const later = after(frozen, { type: 'go-to-step', position: 4 }, { type: 'note-merge', at: 1 })
    expect(boardAccess(later, noor, 'board-B')).toBe('read')
    expect(after(frozen, freeze(true)).boardRules).toBe(frozen.boardRules)
  })
})

describe('a step that works on the vision', () => {
  it('[A16] gives participants a pen there and not on the plenary board, and brings them there', () => {
    const sharing = onVision({ position: 3, openedSteps: [0, 3] })
    expect(boardAccess(sharing, noor, 'vision')).toBe('write')
    expect(boardAccess(sharing, noor, 'plenary')).toBe('read')
    for (const actor of [facilitator, noor, observer, wall]) {
      expect(currentBoard(sharing, actor)).toBe('vision')
    }
  })

  it('[A16] leaves it to be read in the steps after it, and after the end', () => {
    const later = onVision({ position: 1, openedSteps: [0, 3] })
    expect(boardAccess(later, noor, 'vision')).toBe('read')
    expect(boardAccess(onVision({ position: 1, openedSteps: [0] }), noor, 'vision')).toBe('none')
    expect(currentBoard(differing(later, { endedAt: 1 }), noor)).toBe('vision')
  })
})

it('[A16] everybody reads the group boards beside each other once a merge stands, and nobody more', () => {
  const merge = { count: 1, lastAt: 1, canUndo: true }
  const beside = { id: 'beside', kind: 'side-by-side', groupId: undefined } as const
  const evening = anEvening({ position: 4, boards: [...aSession().boards, beside] })
  expect(boardAccess(differing(evening, { merge }), noor, 'beside')).toBe('read')
  expect(boardAccess(evening, noor, 'beside')).toBe('none')
  expect(boardAccess(evening, facilitator, 'beside')).toBe('write')
})

describe('who only looks', () => {
  it.each([-1, 0, 1, 4])('[A7] reads everything at position %d, and writes nothing', (position) => {
    for (const actor of [observer, wall]) {
      expect(accessTo(anEvening({ position }), actor)).toEqual(boards.map(() => 'read'))
    }
  })
})

it('[A8] leaves nobody a pen after the end', () => {
  const ended = anEvening({ position: 0, endedAt: 1 })
  for (const actor of [facilitator, noor, observer, wall]) {
    expect(accessTo(ended, actor)).not.toContain('write')
  }
  expect(boardAccess(ended, noor, 'board-B')).toBe('read')
})

it.each<[string, Actor, string]>([
  ['who left', { role: 'participant', personId: 'Sam' }, 'board-A'],
  ['a stranger', { role: 'participant', personId: 'Zoë' }, 'plenary'],
  ['the facilitator of another session', facilitator, 'board-of-another-session'],
])('[A9] keeps out %s', (_sentence, actor, boardId) => {
  const evening = anEvening({ position: 0, spotlight: 'plenary' })
  expect(boardAccess(evening, actor, boardId)).toBe('none')
})

it('[A10] never makes anybody look at what they may not read', () => {
  const sessions = fc.record({
    position: fc.integer({ min: -1, max: 4 }),
    groupsMade: fc.boolean(),
    spotlight: fc.constantFrom(undefined, ...boards),
    endedAt: fc.constantFrom(undefined, 1),
    merge: fc.constantFrom(
      { count: 0, lastAt: undefined, canUndo: false },
      { count: 1, lastAt: 1, canUndo: true },
    ),
    wall: fc.constantFrom<WallChoice[]>(
      { kind: 'auto' },
      { kind: 'code' },
      { kind: 'board', boardId: 'board-C' },
    ),
  })
  const actors = fc.constantFrom<Actor[]>(
    noor,
    { role: 'participant', personId: 'Sam' },
    { role: 'participant', personId: 'Mila' },
    { role: 'participant', personId: 'Zoë' },
    facilitator,
    observer,
    wall,
  )
  fc.assert(
    fc.property(sessions, actors, (differences, actor) => {
      const evening = anEvening(differences)
      const boardId = currentBoard(evening, actor)
      fc.pre(boardId !== undefined)
      expect(boardAccess(evening, actor, boardId)).not.toBe('none')
    }),
  )
})

describe('where people look', () => {
  it.each([
    [-1, undefined],
    [0, 'plenary'],
    [1, 'board-B'],
    [2, 'board-B'],
    [3, 'plenary'],
  ])('[A11] is, for a participant at position %d: %s', (position, boardId) => {
    expect(currentBoard(anEvening({ position }), noor)).toBe(boardId)
  })

  it('[A11] is the spotlight for everybody, also in the waiting room', () => {
    const evening = anEvening({ spotlight: 'board-C' })
    for (const actor of [facilitator, noor, observer, wall]) {
      expect(currentBoard(evening, actor)).toBe('board-C')
    }
  })

  it('[A11] is the vision after the end, when there is one', () => {
    const merge = { count: 1, lastAt: 1, canUndo: true }
    expect(currentBoard(anEvening({ position: 1, endedAt: 1, merge }), noor)).toBe('vision')
    expect(currentBoard(anEvening({ position: 1, endedAt: 1 }), noor)).toBe('board-B')
  })

  it('[A12] is no one board in a group step for who has no group', () => {
    for (const actor of [facilitator, observer, wall]) {
      expect(currentBoard(anEvening({ position: 1 }), actor)).toBeUndefined()
      expect(currentBoard(anEvening({ position: 0 }), actor)).toBe('plenary')
    }
  })

  it('[A12] is, on the wall, what was chosen for it', () => {
    const evening = anEvening({ position: 0, spotlight: 'vision' })
    const pinned = differing(evening, { wall: { kind: 'board', boardId: 'board-A' } })
    expect(currentBoard(pinned, wall)).toBe('board-A')
    expect(currentBoard(pinned, noor)).toBe('vision')
    expect(currentBoard(differing(evening, { wall: { kind: 'code' } }), wall)).toBeUndefined()
  })
})

describe('presence', () => {
  it.each([
    [-1, true],
    [0, true],
    [1, false],
  ])('[A15] is shown at position %d: %s', (position, isShown) => {
    expect(showsPresence(anEvening({ position }))).toBe(isShown)
  })

  it('[A15] is shown where the facilitator chose names', () => {
    expect(showsPresence(anEvening({ position: 1, showsNames: true }))).toBe(true)
  })

  it('[A15] is not shown in the waiting room of an anonymous evening', () => {
    const { agenda } = aSession().steps
    const steps = agenda.steps.map((step) => ({ ...step, isAnonymous: true }))
    expect(showsPresence(aSession({ agenda: { ...agenda, steps } }))).toBe(false)
  })
})

function freeze(on: boolean) {
  return { type: 'freeze-groups', on } as const
}

/** Noor is in group B, Sam left group A, Mila has no group. */
function anEvening(differences: Differences = {}): Session {
  const people = [
    aPerson('Noor', { groupId: 'B' }),
    aPerson('Sam', { groupId: 'A', hasLeft: true }),
    aPerson('Mila'),
  ]
  return aSession({ people, groupsMade: true, ...differences })
}

/** Sharing and merging work on the vision. */
function onVision(differences: Differences = {}): Session {
  const evening = anEvening(differences)
  const steps = evening.steps.agenda.steps.map((step) =>
    step.kind === 'share' || step.kind === 'merge'
      ? { ...step, board: { on: 'vision' as const, width: 2400, height: 1350, zones: [] } }
      : step,
  )
  return differing(evening, { agenda: { ...evening.steps.agenda, steps } })
}

function inSetting(setting: 'alone' | 'remote'): Session {
  const evening = anEvening({ position: 0 })
  const steps = evening.steps.agenda.steps.map((step) => ({ ...step, setting }))
  return differing(evening, { agenda: { ...evening.steps.agenda, steps } })
}

function accessTo(session: Session, actor: Actor): string[] {
  return boards.map((boardId) => boardAccess(session, actor, boardId))
}
