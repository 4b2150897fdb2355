import { nlPhone } from '../../texts/nl-phone.ts'
import type { OutboxMoment, OwnNote } from './outbox.ts'

/** What became of what was sent, in one line. */
export interface Said {
  readonly words: string
  readonly mood: 'good' | 'busy' | 'attention'
  /** The note that the line is about, when it was not placed. */
  readonly refused: OwnNote | undefined
}

/**
 * What there is to say, the newest first: a refusal is told until something else was written, or
 * another question asked. Its words stay among those that were not placed.
 *
 * @param ofStep - What answers the question of now, in the order in which it was written.
 * @param isNewQuestion - The question changed while there are words in the field.
 */
export function saidOf(
  { notes, isOffline, isKept }: OutboxMoment,
  ofStep: readonly OwnNote[],
  isNewQuestion: boolean,
): Said {
  const latest = ofStep.at(-1)
  const waiting = notes.filter(({ state }) => state === 'waiting').length
  const isWaiting = waiting > 0
  if (isNewQuestion) return said(nlPhone.state.stepChanged, isOffline ? 'attention' : 'good')
  if (isWaiting && isOffline) {
    const words = isKept ? nlPhone.state.waiting(waiting) : nlPhone.state.waitingHere(waiting)
    return said(words, 'attention')
  }
  if (isWaiting) return said(nlPhone.state.sending, 'busy')
  if (latest?.state === 'refused') {
    return said(nlPhone.state.refused(latest.why ?? ''), 'attention', latest)
  }
  return said(latest === undefined ? '' : nlPhone.state.stored, 'good')
}

function said(words: string, mood: Said['mood'], refused?: OwnNote): Said {
  return { words, mood, refused }
}
