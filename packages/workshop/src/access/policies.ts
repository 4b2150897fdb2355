import type { PersonId } from '@stip/primitives'
import type { WithAttention } from '../attention/state.ts'
import { freezesGroups } from '../board-rules/state.ts'
import type { WithBoardRules } from '../board-rules/state.ts'
import type { BoardKind, SessionBoard, WithBoards } from '../boards/state.ts'
import type { WithCourse } from '../course/state.ts'
import { hasVision } from '../merging/state.ts'
import type { WithMerging } from '../merging/state.ts'
import { personOf } from '../people/state.ts'
import type { Person, WithPeople } from '../people/state.ts'
import { sharedKind } from '../steps/areas.ts'
import { currentStep } from '../steps/state.ts'
import type { WithSteps } from '../steps/state.ts'

/** What the access to boards depends on. */
export type Places = WithAttention &
  WithBoardRules &
  WithBoards &
  WithCourse &
  WithMerging &
  WithPeople &
  WithSteps

/** Somebody who looks at a session, in the role in which they look. */
export type Actor =
  | { readonly role: 'facilitator' | 'observer' | 'wall' }
  | { readonly role: 'participant'; readonly personId: PersonId }

/** A participant in so far as they write for those of their group who have no phone. */
export interface Scribe {
  readonly role: 'scribe'
  readonly personId: PersonId
}

/**
 * Who may come to a board: somebody, or Stip itself in the name of all ('session'): to merge, to keep
 * moments, to take a remark away wherever it stands.
 */
export type BoardReader = Actor | Scribe | { readonly role: 'session' }

/** What somebody may do with a board now. */
export type BoardAccess = 'write' | 'read' | 'none'

/** What somebody may do with a board of one kind while the session runs. */
type BoardPolicy = (session: Places, reader: BoardReader, board: SessionBoard) => BoardAccess

/** What a person who is present may do. */
type PersonsPolicy = (session: Places, person: Person, board: SessionBoard) => BoardAccess

const ofGroup = ofTheRoom((session, person, board) => {
  if (isOwnBoard(session, person, board)) return freezesGroups(session) ? 'read' : 'write'
  return looksAtEachOther(session) ? 'read' : 'none'
})

/** A scribe is one on the board of the own group only; everywhere else they are who they are. */
function ofScribe(session: Places, { personId }: Scribe, board: SessionBoard): BoardAccess {
  const person = presentPerson(session, personId)
  if (person?.isScribe !== true || !isOwnBoard(session, person, board)) return 'none'
  return freezesGroups(session) ? 'read' : 'write'
}

/**
 * Of every kind of board who may come to it. A kind that is not here nobody may read or write, and a
 * role that a policy does not name may not either.
 */
export const boardPolicies: Readonly<Record<BoardKind, BoardPolicy>> = {
  plenary: ofTheRoom((session) => (sharedKind(session) === 'plenary' ? 'write' : 'read')),
  group: (session, reader, board) =>
    reader.role === 'scribe' ? ofScribe(session, reader, board) : ofGroup(session, reader, board),
  vision: ofTheRoom((session) => {
    if (sharedKind(session) === 'vision') return 'write'
    return hasVision(session) ? 'read' : 'none'
  }),
  'side-by-side': ofTheRoom((session) => (session.merging.count > 0 ? 'read' : 'none')),
  private: (session, reader, { members = [] }) => {
    if (reader.role !== 'participant' || !members.includes(reader.personId)) return 'none'
    return presentPerson(session, reader.personId) === undefined ? 'none' : 'write'
  },
}

/**
 * A board that the room shares: who leads it writes it, who only looks reads it, and a spotlight opens
 * it to everybody who takes part.
 */
function ofTheRoom(policyOf: PersonsPolicy): BoardPolicy {
  return (session, reader, board) => {
    switch (reader.role) {
      case 'facilitator':
      case 'session':
        return 'write'
      case 'observer':
      case 'wall':
        return 'read'
      case 'participant': {
        const person = presentPerson(session, reader.personId)
        if (person === undefined) return 'none'
        const access = policyOf(session, person, board)
        const isLit = session.attention.spotlight === board.id
        return access === 'none' && isLit ? 'read' : access
      }
      case 'scribe':
        return 'none'
      default:
        reader satisfies never
        return 'none'
    }
  }
}

/** Whether a board is that of the group of a person. */
export function isOwnBoard(
  { people }: WithPeople,
  person: Person | undefined,
  { groupId }: SessionBoard,
): boolean {
  return people.groupsMade && groupId !== undefined && groupId === person?.groupId
}

/** Who takes part and has not left. */
export function presentPerson(session: WithPeople, personId: PersonId): Person | undefined {
  const person = personOf(session, personId)
  return person?.hasLeft === true ? undefined : person
}

function looksAtEachOther(session: WithSteps): boolean {
  const kind = currentStep(session)?.kind
  return kind === 'share' || kind === 'merge'
}
