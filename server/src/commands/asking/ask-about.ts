import type { BoardCommand, CommandAnswer } from '@stip/api'
import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import { isRoomBoard } from '@stip/workshop'
import type { AskedQuestion, CommandRefusal, Session } from '@stip/workshop'
import { questionAsked, withBallots } from '../../ballots/with-ballots.ts'
import { RequestRefusedError } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { commandAnswered } from '../../sessions/also-written.ts'
import { visionOf } from '../merging/merged-boards.ts'
import type { Press } from '../press.ts'
import { itemsOn } from './items-on-board.ts'

type Command = Extract<BoardCommand, { readonly type: 'ask-about' }>

const kinds: Readonly<Record<Command['topic'], AskedQuestion['kind']>> = {
  recognition: 'yes-bit-no',
  consent: 'consent',
  critique: 'words',
  poll: 'dots',
}

/**
 * Asks the room about what stands on a board, with the words as they are there now.
 *
 * @throws {RequestRefusedError} 'no-such-record'.
 */
export async function askAbout(
  services: Services,
  session: Session,
  { key, asked }: Press,
  { topic, boardId = visionOf(session), records, dots }: Command,
): Promise<Result<CommandAnswer, CommandRefusal>> {
  const { desk, rooms, randomBytes } = services
  const board = session.boards.find(({ id }) => id === boardId)
  if (board === undefined || !isRoomBoard(session, boardId)) return refuse('no-such-board')
  const room = await rooms.open(boardId)
  const items = room.read((doc) => itemsOn(doc, { session, board, topic, records }))
  if (items === undefined) throw new RequestRefusedError('no-such-record')
  if (items.length === 0) return refuse('nothing-to-ask')
  const question = { topic, kind: kinds[topic], items, dots }
  const command = { type: 'note-asked', question } as const
  const noted = desk.decide(session, { actor: 'server', command, asked })
  if (!noted.ok) return noted
  const { events, session: next } = noted.value
  const answer = { revision: next.revision, ...questionAsked(events) }
  const also = [...withBallots(events, randomBytes), ...commandAnswered(key, answer)]
  await desk.commit(noted.value, also)
  return ok(answer)
}
