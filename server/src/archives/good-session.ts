import { SessionView } from '@stip/api'
import { openQuestion, ToldAbout, toldOf } from '@stip/workshop'
import type { Actor, Session, SessionEvent } from '@stip/workshop'
import { viewFor } from '../sessions/view.ts'

const ID = /^[\w-]{1,64}$/
/** Of so many people it is looked what their screen would be told; all are told alike. */
const PEOPLE_LOOKED_AT = 20

/**
 * Whether a session from elsewhere is one that can be opened here: it is over, nothing in it waits for what stayed
 * behind, and every screen would be told what screens can be told.
 */
export function isGoodSession(session: Session): boolean {
  const { id, boards, course, takenAway, questions, people } = session
  const ids = boards.map((board) => board.id)
  const isOver = course.endedAt !== undefined && openQuestion(session) === undefined
  const isBare = takenAway.length === 0 && questions.all.every(({ hasBallots }) => !hasBallots)
  const areKnown = [id, ...ids].every((each) => ID.test(each)) && new Set(ids).size === ids.length
  const areShared = boards.every(({ kind }) => kind !== 'private')
  const groups = new Set(people.groups.map((group) => group.id))
  const haveBoards = boards.every(({ kind, groupId }) =>
    kind === 'group' ? groups.has(groupId ?? '') : groupId === undefined,
  )
  if (!isOver || !isBare || !areKnown || !areShared || !haveBoards) return false
  const participants = people.all
    .slice(0, PEOPLE_LOOKED_AT)
    .map((person): Actor => ({ role: 'participant', personId: person.id }))
  const actors: Actor[] = [
    { role: 'facilitator' },
    { role: 'observer' },
    { role: 'wall' },
    ...participants,
  ]
  return actors.every((actor) => SessionView.safeParse(viewFor(session, actor, nobodyHere)).success)
}

/** Whether something that happened can be told as it is told of others of its type. */
export function isToldWell(event: SessionEvent): boolean {
  return ToldAbout.strict().safeParse(toldOf(event)).success
}

const nobodyHere = {
  isConnected: () => false,
  joinCode: () => undefined,
  joinUrl: () => undefined,
  isRehearsing: () => false,
  ballots: () => undefined,
  revision: 0,
  now: 0,
}
