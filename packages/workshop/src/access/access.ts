import type { BoardId, PersonId } from '@stip/primitives'
import type { WithAttention } from '../attention/state.ts'
import type { WithBoardRules } from '../board-rules/state.ts'
import type { SessionBoard, WithBoards } from '../boards/state.ts'
import type { WithCourse } from '../course/state.ts'
import { hasVision } from '../merging/state.ts'
import type { WithMerging } from '../merging/state.ts'
import { personOf } from '../people/state.ts'
import type { Person, WithPeople } from '../people/state.ts'
import { sharedKind } from '../steps/areas.ts'
import { currentStep } from '../steps/state.ts'
import type { WithSteps } from '../steps/state.ts'

/** What the access to boards depends on. */
type Places = WithAttention & WithBoards & WithCourse & WithMerging & WithPeople & WithSteps

/** Somebody who looks at a session, in the role in which they look. */
export type Actor =
  | { readonly role: 'facilitator' | 'observer' | 'wall' }
  | { readonly role: 'participant'; readonly personId: PersonId }

/** What somebody may do with a board now. */
export type BoardAccess = 'write' | 'read' | 'none'

/** What somebody may do with a board now. The server asks this at every frame; screens only show it. */
export function boardAccess(session: Places, actor: Actor, boardId: BoardId): BoardAccess {
  const board = session.boards.find((each) => each.id === boardId)
  if (board === undefined) return 'none'
  const access = whileItRuns(session, actor, board)
  return access === 'write' && session.course.endedAt !== undefined ? 'read' : access
}

/** The board somebody should be looking at now; undefined where a screen has something else to show. */
export function currentBoard(session: Places, actor: Actor): BoardId | undefined {
  const { wall, spotlight } = session.attention
  if (actor.role === 'wall' && wall.kind === 'board') return wall.boardId
  if (actor.role === 'wall' && wall.kind === 'code') return undefined
  const person = actor.role === 'participant' ? presentPerson(session, actor) : undefined
  if (actor.role === 'participant' && person === undefined) return undefined
  if (spotlight !== undefined) return spotlight
  if (session.course.endedAt !== undefined && hasVision(session)) {
    return session.boards.find((board) => board.kind === 'vision')?.id
  }
  if (currentStep(session) === undefined) return undefined
  const shared = sharedKind(session)
  if (shared !== undefined) return session.boards.find((board) => board.kind === shared)?.id
  return session.boards.find((board) => isOwnBoard(session, person, board))?.id
}

/**
 * Whether people see each other's cursors and names now. Before the first step the first step
 * decides, so that nobody is shown on a board that turns out to be anonymous.
 */
export function showsPresence({ boardRules, steps }: WithBoardRules & WithSteps): boolean {
  if (boardRules.showsNames) return true
  return steps.agenda.steps[Math.max(0, steps.position)]?.isAnonymous !== true
}

function whileItRuns(session: Places, actor: Actor, board: SessionBoard): BoardAccess {
  if (actor.role === 'facilitator') return 'write'
  if (actor.role !== 'participant') return 'read'
  const person = presentPerson(session, actor)
  if (person === undefined) return 'none'
  if (board.kind === sharedKind(session) || isOwnBoard(session, person, board)) return 'write'
  return isOpen(session, board) || session.attention.spotlight === board.id ? 'read' : 'none'
}

/** Whether everybody who takes part may read a board. */
function isOpen(session: Places, board: SessionBoard): boolean {
  switch (board.kind) {
    case 'plenary':
      return true
    case 'vision':
      return hasVision(session)
    case 'side-by-side':
      return session.merging.count > 0
    default:
      return looksAtEachOther(session)
  }
}

function looksAtEachOther(session: Places): boolean {
  const kind = currentStep(session)?.kind
  return kind === 'share' || kind === 'merge'
}

function isOwnBoard(session: Places, person: Person | undefined, board: SessionBoard): boolean {
  return (
    session.people.groupsMade && board.groupId !== undefined && board.groupId === person?.groupId
  )
}

function presentPerson(session: Places, actor: { readonly personId: PersonId }) {
  const person = personOf(session, actor.personId)
  return person?.hasLeft === true ? undefined : person
}
