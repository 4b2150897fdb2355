import type { ReactElement } from 'react'
import { nlPhone } from '../../texts/nl-phone.ts'
import { Button } from '../../ui/button.tsx'
import type { OutboxMoment, OwnNote } from './outbox.ts'

interface SentLineProps {
  readonly moment: OutboxMoment
  /** What answers the question of now. */
  readonly ofStep: readonly OwnNote[]
  /** The question changed while there are words in the field. */
  readonly isNewQuestion: boolean
  readonly onPutBack: (note: OwnNote) => void
}

/** What became of what was sent. It has a place of its own, so it covers nothing. */
export function SentLine({
  moment,
  ofStep,
  isNewQuestion,
  onPutBack,
}: SentLineProps): ReactElement {
  const refused = moment.notes.find(({ state }) => state === 'refused')
  return (
    <div className="stip-sent">
      <output className={`stip-sent__words stip-sent__words--${moodOf(moment)}`}>
        {refused === undefined
          ? isNewQuestion
            ? nlPhone.state.stepChanged
            : sentence(moment, ofStep.length > 0)
          : nlPhone.state.refused(refused.why ?? '')}
      </output>
      {refused !== undefined && (
        <Button kind="subtle" size="small" onClick={() => onPutBack(refused)}>
          {nlPhone.state.again}
        </Button>
      )}
    </div>
  )
}

function sentence({ notes, isOffline, isKept }: OutboxMoment, hasWritten: boolean): string {
  const waiting = notes.filter(({ state }) => state === 'waiting').length
  if (waiting > 0 && isOffline) {
    return isKept ? nlPhone.state.waiting(waiting) : nlPhone.state.waitingHere(waiting)
  }
  if (waiting > 0) return nlPhone.state.sending
  return hasWritten ? nlPhone.state.stored : ''
}

function moodOf({ notes, isOffline }: OutboxMoment): 'good' | 'busy' | 'attention' {
  if (isOffline || notes.some(({ state }) => state === 'refused')) return 'attention'
  return notes.some(({ state }) => state === 'waiting') ? 'busy' : 'good'
}
