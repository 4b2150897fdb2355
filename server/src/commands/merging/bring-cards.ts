import type { BoardCommand, CommandAnswer } from '@stip/api'
import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import type { MadeUpdate } from '@stip/sync/room'
import { isRoomBoard, roomBoards } from '@stip/workshop'
import type { CommandRefusal, Session } from '@stip/workshop'
import type { Change } from '../../board-thread/questions.ts'
import type { Services } from '../../services.ts'
import { commandAnswered } from '../../sessions/also-written.ts'
import { collecting, settledGroupBoards } from './collecting.ts'
import { editInTurn } from '../command-turn.ts'
import { visionOf } from './merged-boards.ts'
import type { Press } from '../press.ts'

type Outcome = Result<CommandAnswer, CommandRefusal>
type Command<Type> = Extract<BoardCommand, { readonly type: Type }>

/**
 * Puts cards of groups on the vision, with their sources. A card is there or it is not, so a press
 * that comes twice, or after a crash, does nothing twice.
 */
export async function bringCards(
  services: Services,
  session: Session,
  press: Press,
  { cards, zoneId }: Command<'bring-cards'>,
): Promise<Outcome> {
  const ofGroups = new Set(roomBoards(session).flatMap(({ id, groupId }) => (groupId ? [id] : [])))
  if (cards.some(({ boardId }) => !ofGroups.has(boardId))) return refuse('no-such-board')
  const boards = await settledGroupBoards(services, session)
  const number = (await services.storage.merges.nextNumber(session.id)) - 1
  const where = collecting(session, boards, number)
  const change = { kind: 'bring-cards', ...where, cards: cards.map(cardName), to: zoneId } as const
  return changeVision(services, session, press, change)
}

/** Takes cards off the vision again that were just brought, but for those that people changed since. */
export async function putCardsBack(
  services: Services,
  session: Session,
  press: Press,
  { cards }: Command<'put-cards-back'>,
): Promise<Outcome> {
  if (!cards.every(({ boardId }) => isRoomBoard(session, boardId))) return refuse('no-such-board')
  const change = { kind: 'put-cards-back', cards: cards.map(cardName) } as const
  return changeVision(services, session, press, change)
}

async function changeVision(
  services: Services,
  session: Session,
  press: Press,
  change: Change,
): Promise<Outcome> {
  const { desk, boardThread } = services
  if (session.course.endedAt !== undefined) return refuse('session-is-over')
  const boardId = visionOf(session)
  const make = async (clientId: number): Promise<MadeUpdate | undefined> => {
    const made = await boardThread.change({ boardId, clientId, change })
    return made.count === 0 ? undefined : made
  }
  await editInTurn(services, session, boardId, make)
  const answer = { revision: session.revision }
  await desk.write(session, commandAnswered(press.key, answer))
  return ok(answer)
}

function cardName({ boardId, recordId }: Command<'put-cards-back'>['cards'][number]) {
  return { board: boardId, record: recordId }
}
