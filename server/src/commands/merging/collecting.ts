import type { BoardId } from '@stip/primitives'
import type { MadeUpdate } from '@stip/sync/room'
import { collectPlaces, fillPlaces, isVisionUsed, roomBoards } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import type { Change, Collecting } from '../../board-thread/questions.ts'
import { groupColor } from '../../boards/group-colors.ts'
import type { Services } from '../../services.ts'
import { intentEnded } from '../../sessions/also-written.ts'
import { editInTurn } from '../command-turn.ts'
import { besideOf, visionOf } from './merged-boards.ts'

/** The boards of the groups. */
export function groupBoards(session: Session): Collecting['boards'] {
  return session.people.groups.flatMap((group) => {
    const board = roomBoards(session).find(({ groupId }) => groupId === group.id)
    const color = groupColor(session, group)
    return board === undefined ? [] : [{ board: board.id, group: { ...group, color } }]
  })
}

/** The same; what was written on them until now is on the disk. */
export async function settledGroupBoards(
  { rooms }: Services,
  session: Session,
): Promise<Collecting['boards']> {
  const boards = groupBoards(session)
  // Opened, so that what belongs on them is drawn.
  const open = await Promise.all(boards.map(({ board }) => rooms.open(board)))
  await Promise.all(open.map((room) => room.settled()))
  return boards
}

/** How the vision merges these boards: it collects, and in sessions of before that it takes all. */
export function visionChange(
  session: Session,
  boards: Collecting['boards'],
  number: number,
): Extract<Change, { readonly kind: 'merge' | 'collect' }> {
  return besideOf(session) === undefined
    ? { kind: 'merge', number, boards }
    : { kind: 'collect', ...collecting(session, boards, number) }
}

/** What the vision is to collect now, with the zones by their ids on boards. */
export function collecting(
  session: Session,
  boards: Collecting['boards'],
  number: number,
): Collecting {
  return {
    number,
    boards,
    places: placesOnBoards(collectPlaces(session)),
  }
}

function placesOnBoards(places: ReturnType<typeof collectPlaces>): Collecting['places'] {
  return places.map(({ zone, what, from, groupId }) => ({
    zone: `shape:${zone}`,
    what,
    from: from.map((name) => `shape:${name}`),
    group: groupId,
  }))
}

/** Brings what zones of the step take. No merge: nobody pressed, and nothing is counted. */
async function collectNow(services: Services, session: Session): Promise<void> {
  if (session.course.endedAt !== undefined) return
  const fills = placesOnBoards(fillPlaces(session))
  const isForVision = besideOf(session) !== undefined && isVisionUsed(session)
  if (fills.length === 0 && !isForVision) return
  const boards = await settledGroupBoards(services, session)
  const number = (await services.storage.merges.nextNumber(session.id)) - 1
  if (fills.length === 0) {
    const change = { kind: 'collect', ...collecting(session, boards, number) } as const
    await changeInTurn(services, session, visionOf(session), change)
    return
  }
  for (const each of boards) {
    const change = { kind: 'fill', number, boards: [each], places: fills } as const
    // One after the other: the thread makes one change at a time.
    // oxlint-disable-next-line no-await-in-loop
    await changeInTurn(services, session, each.board, change)
  }
}

async function changeInTurn(
  services: Services,
  session: Session,
  boardId: BoardId,
  change: Change,
): Promise<void> {
  const make = async (clientId: number): Promise<MadeUpdate | undefined> => {
    const made = await services.boardThread.change({ boardId, clientId, change })
    return made.count === 0 ? undefined : made
  }
  await editInTurn(services, session, boardId, make)
}

/** Collects what a step was to bring when it was opened; again when that was cut off. */
export async function settleCollect(services: Services, session: Session): Promise<void> {
  await collectNow(services, session)
  await services.desk.write(session, [intentEnded])
}
