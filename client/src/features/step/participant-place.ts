import type { SessionView } from '@stip/api'

type BoardInView = SessionView['boards'][number]
type GroupInView = SessionView['groups'][number]

/** Which screen a participant is on. Everything but 'board' fills the screen by itself. */
export type ParticipantPlace =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'group'; readonly group: GroupInView; readonly hasBoard: boolean }
  | { readonly kind: 'calm' }
  | { readonly kind: 'board'; readonly board: BoardInView; readonly isChosen: boolean }
  | { readonly kind: 'ended' }

/** Where somebody is who has a step in front of them, or its end. */
export type PlaceAtWork = Extract<ParticipantPlace, { kind: 'calm' | 'board' | 'ended' }>

/** What a person did on this screen that the session does not know. */
export interface OwnChoice {
  /** The group this person has read about. */
  readonly seenGroup: string | undefined
  /** The board this person went to, and the moment of the session in which that was. */
  readonly board: { readonly boardId: string; readonly moment: string } | undefined
}

/** The session's lead as one word: a choice of one's own lasts until this changes. */
export function momentOf(view: SessionView): string {
  return `${view.position}/${view.spotlight ?? ''}/${view.endedAt === undefined ? '' : 'ended'}`
}

/**
 * Decides where a participant is: the session leads, a choice of one's own holds until the
 * session goes on.
 */
export function participantPlace(view: SessionView, own: OwnChoice): ParticipantPlace {
  const group = ownGroup(view)
  const led = boardOf(view, view.spotlight ?? view.current.boardId)
  if (group !== undefined && own.seenGroup !== group.id && view.endedAt === undefined) {
    return { kind: 'group', group, hasBoard: led !== undefined && isBoardTime(view) }
  }
  const chosen = own.board?.moment === momentOf(view) ? boardOf(view, own.board.boardId) : undefined
  if (chosen !== undefined) {
    return { kind: 'board', board: chosen, isChosen: chosen.id !== led?.id }
  }
  if (view.endedAt !== undefined) return { kind: 'ended' }
  if (led !== undefined && isBoardTime(view)) return { kind: 'board', board: led, isChosen: false }
  return view.position < 0 ? { kind: 'waiting' } : { kind: 'calm' }
}

/** The group of the person who looks, once groups are made. */
export function ownGroup(view: SessionView): GroupInView | undefined {
  const groupId = view.me.person?.groupId
  return view.groupsMade ? view.groups.find((group) => group.id === groupId) : undefined
}

/** A step without anything to do on a board is a moment to look up from the screen. */
function isBoardTime({ spotlight, steps, position }: SessionView): boolean {
  if (spotlight !== undefined) return true
  const step = steps[position]
  return step?.hasBoard === true && !isForTheRoom(step)
}

/** Whether all that it asks is answered in the room, as long as screens cannot do that. */
function isForTheRoom({ zones, notYet }: SessionView['steps'][number]): boolean {
  const isAsked = zones.every(({ kind }) => kind === 'scale' || kind === 'reactions')
  return isAsked && zones.length > 0 && notYet.includes('poll')
}

function boardOf(view: SessionView, boardId: string | undefined): BoardInView | undefined {
  return view.boards.find((board) => board.id === boardId)
}
