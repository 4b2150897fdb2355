/** Which screen a participant is on. Everything but 'board' fills the screen by itself. */
export type ParticipantPlace<Board extends Named = Named, Group extends Named = Named> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'group'; readonly group: Group; readonly hasBoard: boolean }
  | { readonly kind: 'calm' }
  | { readonly kind: 'board'; readonly board: Board; readonly isChosen: boolean }
  | { readonly kind: 'ended' }

/** What a person did on this screen that the session does not know. */
export interface OwnChoice {
  /** The group this person has read about. */
  readonly seenGroup: string | undefined
  /** The board this person went to, and the moment of the session in which that was. */
  readonly board: { readonly boardId: string; readonly moment: string } | undefined
}

/** What a participant is told of a session, as far as it matters for where they are. */
export interface SeenSession<
  Board extends Named = Named,
  Group extends Named = Named,
> extends Moment {
  readonly steps: readonly SeenStep[]
  readonly boards: readonly Board[]
  readonly groups: readonly Group[]
  readonly groupsMade: boolean
  /** Where the session leads everybody or this person. */
  readonly current: { readonly boardId?: string | undefined }
  readonly me: { readonly person?: { readonly groupId?: string | undefined } | undefined }
}

interface Named {
  readonly id: string
}

interface Moment {
  readonly position: number
  readonly spotlight?: string | undefined
  readonly endedAt?: number | undefined
}

interface SeenStep {
  readonly hasBoard: boolean
  readonly zones: readonly { readonly kind: string }[]
  /** What it asks and screens cannot do yet. */
}

/** The session's lead as one word: a choice of one's own lasts until this changes. */
export function momentOf({ position, spotlight, endedAt }: Moment): string {
  return `${position}/${spotlight ?? ''}/${endedAt === undefined ? '' : 'ended'}`
}

/**
 * Decides where a participant is: the session leads, a choice of one's own holds until the
 * session goes on.
 */
export function participantPlace<Board extends Named, Group extends Named>(
  session: SeenSession<Board, Group>,
  own: OwnChoice,
): ParticipantPlace<Board, Group> {
  const group = ownGroup(session)
  const led = find(session.boards, session.spotlight ?? session.current.boardId)
  if (group !== undefined && own.seenGroup !== group.id && session.endedAt === undefined) {
    return { kind: 'group', group, hasBoard: led !== undefined && isBoardTime(session) }
  }
  const isOwn = own.board?.moment === momentOf(session)
  const chosen = isOwn ? find(session.boards, own.board.boardId) : undefined
  if (chosen !== undefined) {
    return { kind: 'board', board: chosen, isChosen: chosen.id !== led?.id }
  }
  if (session.endedAt !== undefined) return { kind: 'ended' }
  if (led !== undefined && isBoardTime(session)) {
    return { kind: 'board', board: led, isChosen: false }
  }
  return session.position < 0 ? { kind: 'waiting' } : { kind: 'calm' }
}

/** The group of the person who looks, once groups are made. */
export function ownGroup<Group extends Named>({
  me,
  groups,
  groupsMade,
}: Pick<SeenSession<Named, Group>, 'me' | 'groups' | 'groupsMade'>): Group | undefined {
  return groupsMade ? find(groups, me.person?.groupId) : undefined
}

/** A step without anything to do on a board is a moment to look up from the screen. */
function isBoardTime({ spotlight, steps, position }: SeenSession): boolean {
  if (spotlight !== undefined) return true
  const step = steps[position]
  return step?.hasBoard === true && !isForTheRoom(step)
}

/** Whether all that it asks is a question to the room, which comes over the screen when it is asked. */
function isForTheRoom({ zones }: SeenStep): boolean {
  const isAsked = zones.every(({ kind }) => kind === 'scale' || kind === 'reactions')
  return isAsked && zones.length > 0
}

function find<Item extends Named>(
  items: readonly Item[],
  id: string | undefined,
): Item | undefined {
  return items.find((item) => item.id === id)
}
