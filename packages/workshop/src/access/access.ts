import type { BoardId, PersonId } from '@stip/primitives'
import { hasVision, sharedKind } from '../steps/areas.ts'
import { personOf } from '../people/people.ts'
import { currentStep } from '../session/session.ts'
import type { Person, Session, SessionBoard } from '../session/session.ts'

/** Somebody who looks at a session, in the role in which they look. */
export type Actor =
  | { readonly role: 'facilitator' | 'observer' | 'wall' }
  | { readonly role: 'participant'; readonly personId: PersonId }

/** What somebody may do with a board now. */
export type BoardAccess = 'write' | 'read' | 'none'

/** What somebody may do with a board now. The server asks this at every frame; screens only show it. */
export function boardAccess(session: Session, actor: Actor, boardId: BoardId): BoardAccess {
  const board = session.boards.find((each) => each.id === boardId)
  if (board === undefined) return 'none'
  const access = whileItRuns(session, actor, board)
  return access === 'write' && session.endedAt !== undefined ? 'read' : access
}

/** The board somebody should be looking at now; undefined where a screen has something else to show. */
export function currentBoard(session: Session, actor: Actor): BoardId | undefined {
  if (actor.role === 'wall' && session.wall.kind === 'board') return session.wall.boardId
  if (actor.role === 'wall' && session.wall.kind === 'code') return undefined
  const person = actor.role === 'participant' ? presentPerson(session, actor) : undefined
  if (actor.role === 'participant' && person === undefined) return undefined
  if (session.spotlight !== undefined) return session.spotlight
  if (session.endedAt !== undefined && hasVision(session)) {
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
export function showsPresence(session: Session): boolean {
  if (session.showsNames) return true
  return session.agenda.steps[Math.max(0, session.position)]?.isAnonymous !== true
}

function whileItRuns(session: Session, actor: Actor, board: SessionBoard): BoardAccess {
  if (actor.role === 'facilitator') return 'write'
  if (actor.role !== 'participant') return 'read'
  const person = presentPerson(session, actor)
  if (person === undefined) return 'none'
  if (board.kind === sharedKind(session) || isOwnBoard(session, person, board)) return 'write'
  return isOpen(session, board) || session.spotlight === board.id ? 'read' : 'none'
}

/** Whether everybody who takes part may read a board. */
function isOpen(session: Session, board: SessionBoard): boolean {
  switch (board.kind) {
    case 'plenary':
      return true
    case 'vision':
      return hasVision(session)
    case 'side-by-side':
      return session.merge.count > 0
    default:
      return looksAtEachOther(session)
  }
}

function looksAtEachOther(session: Session): boolean {
  const kind = currentStep(session)?.kind
  return kind === 'share' || kind === 'merge'
}

function isOwnBoard(session: Session, person: Person | undefined, board: SessionBoard): boolean {
  return session.groupsMade && board.groupId !== undefined && board.groupId === person?.groupId
}

function presentPerson(session: Session, actor: { readonly personId: PersonId }) {
  const person = personOf(session, actor.personId)
  return person?.hasLeft === true ? undefined : person
}
