import type { BoardId } from '@stip/primitives'
import type { WithBoardRules } from '../board-rules/state.ts'
import { boardOf } from '../boards/state.ts'
import type { SessionBoard } from '../boards/state.ts'
import { hasVision } from '../merging/state.ts'
import { sharedKind } from '../steps/areas.ts'
import { currentStep } from '../steps/state.ts'
import type { WithSteps } from '../steps/state.ts'
import { boardPolicies, isOwnBoard, presentPerson } from './policies.ts'
import type { Actor, BoardAccess, BoardReader, Places } from './policies.ts'

/**
 * What somebody may do with a board now. Whatever gives out something of a board asks this: the server
 * at every frame and every question; screens only show it. Closed unless the policy of the kind of
 * board opens it.
 */
export function boardAccess(session: Places, reader: BoardReader, boardId: BoardId): BoardAccess {
  const board = boardOf(session, boardId)
  if (board === undefined || !Object.hasOwn(boardPolicies, board.kind)) return 'none'
  const access = boardPolicies[board.kind](session, reader, board)
  return access === 'write' && session.course.endedAt !== undefined ? 'read' : access
}

const ofTheRoom = new WeakMap<Places, readonly SessionBoard[]>()

/** The boards that the room shares: those that Stip itself reads, to merge them or to keep what they were. */
export function roomBoards(session: Places): readonly SessionBoard[] {
  let known = ofTheRoom.get(session)
  if (known === undefined) {
    known = session.boards.filter(({ id }) => isRoomBoard(session, id))
    ofTheRoom.set(session, known)
  }
  return known
}

/** Whether a board is one that the room shares. */
export function isRoomBoard(session: Places, boardId: BoardId): boolean {
  return boardAccess(session, { role: 'session' }, boardId) !== 'none'
}

/** The board somebody should be looking at now; undefined where a screen has something else to show. */
export function currentBoard(session: Places, actor: Actor): BoardId | undefined {
  const { wall, spotlight } = session.attention
  if (actor.role === 'wall' && wall.kind === 'board') return wall.boardId
  if (actor.role === 'wall' && wall.kind === 'code') return undefined
  const person = actor.role === 'participant' ? presentPerson(session, actor.personId) : undefined
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
