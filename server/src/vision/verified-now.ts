import type { LensInput } from '@stip/report'
import { makerAnswerOf } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import type { Services } from '../services.ts'
import { tracedNotes } from './traced-notes.ts'

/**
 * What makers of notes said of the statements that there are, added up, and how many people that were. Where a
 * card came from several people nobody knows which of them answered: it counts as one.
 */
export async function verifiedNow(
  services: Pick<Services, 'rooms' | 'miniatures'>,
  session: Session,
): Promise<LensInput['verified']> {
  const { notes, statements } = await tracedNotes(services, session)
  const makers = new Map<string, string>()
  for (const { trace, maker = '', isOfScribe } of notes) {
    for (const card of trace.cards) {
      if (!makers.has(card)) makers.set(card, `${maker} ${isOfScribe ? 'scribe' : ''}`)
    }
  }
  const answered = statements.flatMap(({ id }) =>
    [...makers].flatMap(([card, maker]) => {
      const said = makerAnswerOf(session.vision.fields, { statement: id, card })
      return said === undefined ? [] : [{ maker, answer: said.answer }]
    }),
  )
  const count = (answer: (typeof answered)[number]['answer']): number =>
    answered.filter((each) => each.answer === answer).length
  return {
    authors: new Set(answered.map(({ maker }) => maker)).size,
    right: count('right'),
    different: count('different'),
    takeAway: count('take-away'),
  }
}
