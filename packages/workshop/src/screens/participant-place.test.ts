import { describe, expect, it } from 'vitest'
import { momentOf, participantPlace } from './participant-place.ts'
import type { SeenSession } from './participant-place.ts'

const nothing = { seenGroup: undefined, board: undefined }
const seen = { seenGroup: 'groep-a', board: undefined }

describe('where a participant is', () => {
  it('[S32] waits until the first step', () => {
    expect(participantPlace(aView({ position: -1 }), nothing).kind).toBe('waiting')
  })

  it('[S32] hears first of the group, also when the board is open already', () => {
    expect(participantPlace(aView(), nothing)).toMatchObject({ kind: 'group', hasBoard: true })
  })

  it('[S32] goes to the board of the step by itself', () => {
    expect(participantPlace(aView(), seen)).toMatchObject({
      kind: 'board',
      board: { id: 'bord-a' },
    })
  })

  it('[S32] rests in a step without a board', () => {
    expect(participantPlace(aView({ position: 1 }), seen).kind).toBe('calm')
  })

  it('[S32] rests in a step that is answered in the room', () => {
    const zones = [{ kind: 'scale' }, { kind: 'reactions' }]
    const step = { hasBoard: true, zones }
    expect(placeIn(step)).toBe('calm')
    expect(placeIn({ ...step, zones: [...zones, { kind: 'notes' }] })).toBe('board')
    expect(placeIn({ ...step, zones: [...zones, { kind: 'notes' }] })).toBe('board')
  })

  it('[S32] follows the spotlight, also in a break', () => {
    const view = aView({ position: 1, spotlight: 'samen' })
    expect(participantPlace(view, seen)).toMatchObject({ kind: 'board', board: { id: 'samen' } })
  })

  it('[S32] stays on a board of its own choice until the session goes on', () => {
    const view = aView()
    const own = { ...seen, board: { boardId: 'samen', moment: momentOf(view) } }
    expect(participantPlace(view, own)).toMatchObject({ board: { id: 'samen' }, isChosen: true })
    expect(participantPlace(aView({ spotlight: 'bord-a' }), own)).toMatchObject({
      board: { id: 'bord-a' },
      isChosen: false,
    })
  })

  it('[S32] does not go to a board it may not read', () => {
    const view = aView()
    const own = { ...seen, board: { boardId: 'bord-b', moment: momentOf(view) } }
    expect(participantPlace(view, own)).toMatchObject({ board: { id: 'bord-a' } })
  })

  it('[S32] is told when the session is over', () => {
    expect(participantPlace(aView({ endedAt: 5 }), nothing).kind).toBe('ended')
  })
})

function placeIn(step: SeenSession['steps'][number]): string {
  return participantPlace(aView({ steps: [step] }), seen).kind
}

/** Group A of two, in a group step; the second step is a break. */
function aView(differences: Partial<SeenSession> = {}): SeenSession {
  return {
    position: 0,
    steps: [
      { hasBoard: true, zones: [] },
      { hasBoard: false, zones: [] },
    ],
    groups: [{ id: 'groep-a' }],
    groupsMade: differences.position !== -1,
    boards: [{ id: 'bord-a' }, { id: 'samen' }],
    current: differences.position === -1 ? {} : { boardId: 'bord-a' },
    me: { person: { groupId: 'groep-a' } },
    ...differences,
  }
}
