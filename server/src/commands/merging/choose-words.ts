import type { BoardCommand, CommandAnswer } from '@stip/api'
import { chosenOf } from '@stip/board'
import { readRecord } from '@stip/documents'
import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import type { CommandRefusal, Session } from '@stip/workshop'
import type { Services } from '../../services.ts'
import { commandAnswered, intentEnded } from '../../sessions/also-written.ts'
import type { Intent } from '../../storage/stores/intent-store.ts'
import type { Press } from '../press.ts'
import { changeVision } from './change-vision.ts'
import { visionOf } from './merged-boards.ts'

type WordsIntent = Intent & { readonly kind: 'choose-words' }

/**
 * Has the words of the vision or those of the group stand, of a card that both changed. Words come from
 * what the last merge took over and never from who presses; a choice that is so already changes nothing.
 */
export async function chooseWords(
  services: Services,
  session: Session,
  press: Press,
  { recordId: record, words }: Extract<BoardCommand, { readonly type: 'choose-words' }>,
): Promise<Result<CommandAnswer, CommandRefusal>> {
  if (session.course.endedAt !== undefined) return refuse('session-is-over')
  const noted = await changeVision<WordsIntent>(services, session, {
    change: { kind: 'choose-words', record, choice: words },
    intentOf: () => ({ ...press, kind: 'choose-words', record, words }),
    note: (intent) => noteWords(services, session, intent),
  })
  if (noted !== undefined) return ok(noted)
  // Somebody else took it back, or the group wrote something else since.
  if (words === 'open') return refuse('nothing-to-undo')
  const answer = { revision: session.revision }
  await services.desk.write(session, commandAnswered(press.key, answer))
  return ok(answer)
}

/** Notes a choice that is on the vision, or forgets it when it is not. */
export async function settleWords(
  services: Services,
  session: Session,
  intent: WordsIntent,
): Promise<void> {
  const { rooms, desk } = services
  const room = await rooms.open(visionOf(session))
  await room.settled()
  const chosen = room.read((doc) => chosenOf(readRecord(doc, intent.record))) ?? 'open'
  if (chosen === intent.words) await noteWords(services, session, intent)
  else await desk.write(session, [intentEnded])
}

async function noteWords(
  { desk }: Services,
  session: Session,
  { key, asked, record, words }: WordsIntent,
): Promise<CommandAnswer> {
  const noted = desk.note(session, { type: 'note-words-chosen', record, words }, asked)
  const answer = { revision: noted.session.revision }
  await desk.commit(noted, [...commandAnswered(key, answer), intentEnded])
  return answer
}
