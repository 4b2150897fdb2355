import type { CommandAnswer } from '@stip/api'
import type { SessionEvent } from '@stip/workshop'
import type { AlsoWritten } from '../sessions/also-written.ts'

/** So many bytes of chance nobody guesses. */
const SECRET_BYTES = 32

/** Which question was asked, for the answer to who had it asked. */
export function questionAsked(events: readonly SessionEvent[]): Pick<CommandAnswer, 'asked'> {
  const asked = events.find((event) => event.type === 'question-asked')
  return asked === undefined ? {} : { asked: { questionId: asked.question.id } }
}

/** What is written of ballots together with what happened: then there is never the one without the other. */
export function withBallots(
  events: readonly SessionEvent[],
  randomBytes: (count: number) => Uint8Array,
): readonly AlsoWritten[] {
  return events.flatMap((event): readonly AlsoWritten[] => {
    switch (event.type) {
      case 'question-asked': {
        const secret = randomBytes(SECRET_BYTES)
        return [{ kind: 'ballots-begun', questionId: event.question.id, secret }]
      }
      case 'question-closed':
        return [{ kind: 'ballots-closed', questionId: event.questionId }]
      case 'question-reopened':
        return [{ kind: 'ballots-reopened', questionId: event.questionId }]
      case 'ballots-destroyed':
        return [{ kind: 'ballots-destroyed', questionId: event.questionId }]
      default:
        return []
    }
  })
}
