import type { BoardCommand, CommandAnswer } from '@stip/api'
import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import { isRoomBoard, roomBoards } from '@stip/workshop'
import type { CommandRefusal, Session } from '@stip/workshop'
import type { Change } from '../../board-thread/questions.ts'
import type { Services } from '../../services.ts'
import { commandAnswered, intentEnded } from '../../sessions/also-written.ts'
import type { Intent } from '../../storage/stores/intent-store.ts'
import { collecting, settledGroupBoards } from './collecting.ts'
import { changeVision } from './change-vision.ts'
import { visionOf } from './merged-boards.ts'
import type { Press } from '../press.ts'
import { reached } from '../reached.ts'

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
  return moveCards(services, session, press, { did: 'brought', count: cards.length, change })
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
  return moveCards(services, session, press, { did: 'put-back', count: cards.length, change })
}

type CardsIntent = Intent & { readonly kind: 'cards' }

async function moveCards(
  services: Services,
  session: Session,
  press: Press,
  { did, count, change }: Pick<CardsIntent, 'did' | 'count'> & { readonly change: Change },
): Promise<Outcome> {
  if (session.course.endedAt !== undefined) return refuse('session-is-over')
  const noted = await changeVision<CardsIntent>(services, session, {
    change,
    intentOf: (applied) => ({ ...press, kind: 'cards', did, count, applied }),
    note: (intent) => noteCards(services, session, intent),
  })
  if (noted !== undefined) return ok(noted)
  const answer = { revision: session.revision }
  await services.desk.write(session, commandAnswered(press.key, answer))
  return ok(answer)
}

/** Notes cards that came to the vision or went off it, or forgets them when they did not. */
export async function settleCards(
  services: Services,
  session: Session,
  intent: CardsIntent,
): Promise<void> {
  const { rooms, desk } = services
  if (await reached(await rooms.open(visionOf(session)), intent.applied))
    await noteCards(services, session, intent)
  else await desk.write(session, [intentEnded])
}

async function noteCards(
  { desk }: Services,
  session: Session,
  { key, asked, did, count }: CardsIntent,
): Promise<CommandAnswer> {
  const noted = desk.note(session, { type: 'note-cards', did, count }, asked)
  const answer = { revision: noted.session.revision }
  await desk.commit(noted, [...commandAnswered(key, answer), intentEnded])
  return answer
}

function cardName({ boardId, recordId }: Command<'put-cards-back'>['cards'][number]) {
  return { board: boardId, record: recordId }
}
