import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { Button } from '../../../ui/controls/button.tsx'
import { nlAnswering } from './nl-answering.ts'

interface WhoseBallotChoiceProps {
  readonly people: NonNullable<SessionView['writesFor']>
  readonly chosen: string | undefined
  readonly onChoose: (personId: string | undefined) => void
}

/** A scribe says whose answer it is: their own, or that of somebody without a phone. */
export function WhoseBallotChoice(props: WhoseBallotChoiceProps): ReactElement {
  const { people, chosen, onChoose } = props
  return (
    <fieldset className="stip-question__whose">
      <legend>{nlAnswering.forWhom}</legend>
      <Button size="small" isPressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        {nlAnswering.myself}
      </Button>
      {people.map(({ id, name, number }) => (
        <Button key={id} size="small" isPressed={chosen === id} onClick={() => onChoose(id)}>
          {nlAnswering.onBehalf(name === '' ? nlAnswering.number(number) : name)}
        </Button>
      ))}
    </fieldset>
  )
}
