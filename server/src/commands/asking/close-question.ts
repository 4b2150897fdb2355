import type { BoardCommand, CommandAnswer } from '@stip/api'
import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import { openQuestion, questionOf } from '@stip/workshop'
import type { AskedBy, CommandRefusal, Given, Question, Session } from '@stip/workshop'
import { withBallots } from '../../ballots/with-ballots.ts'
import type { Services } from '../../services.ts'
import { commandAnswered } from '../../sessions/also-written.ts'
import type { AlsoWritten } from '../../sessions/also-written.ts'
import type { Press } from '../press.ts'

/** Closes a question: what the answers come to is what happened, and no ballot is. */
export async function closeQuestion(
  services: Services,
  session: Session,
  { key, asked }: Press,
  { questionId }: Extract<BoardCommand, { readonly type: 'close-question' }>,
): Promise<Result<CommandAnswer, CommandRefusal>> {
  const question = questionOf(session, questionId)
  if (question === undefined) return refuse('no-such-question')
  if (session.course.endedAt !== undefined) return refuse('session-is-over')
  if (question.totals !== undefined) {
    const answer = { revision: session.revision }
    await services.desk.write(session, commandAnswered(key, answer))
    return ok(answer)
  }
  const answer = { revision: session.revision + 1 }
  await closeNow(services, session, question, commandAnswered(key, answer), asked)
  return ok(answer)
}

/** Closes the question that is open, before the session ends: nobody could afterwards. Returns whether there is one. */
export async function closeOpenQuestion(
  services: Services,
  session: Session,
  { actor: by, who }: Pick<Given, 'actor' | 'who'>,
): Promise<boolean> {
  const question = openQuestion(session)
  if (question === undefined) return false
  await closeNow(services, session, question, [], { by, who })
  return true
}

/** Closes a question. Only from within a turn of the session. */
function closeNow(
  { desk, ballots, randomBytes }: Services,
  session: Session,
  question: Question,
  also: readonly AlsoWritten[],
  asked: AskedBy,
): Promise<void> {
  return ballots.close(session, question, async (totals) => {
    const command = { type: 'note-question-closed', questionId: question.id, totals } as const
    const noted = desk.note(session, command, asked)
    await desk.commit(noted, [...withBallots(noted.events, randomBytes), ...also])
  })
}
