import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { nlPhone } from '../../texts/nl-phone.ts'
import { Select } from '../../ui/controls/select.tsx'

interface WhoseWordsProps {
  readonly people: NonNullable<SessionView['writesFor']>
  /** Undefined: one's own. */
  readonly chosen: string | undefined
  readonly onChoose: (personId: string | undefined) => void
}

/** Asks a scribe whose words they write now. */
export function WhoseWords({ people, chosen, onChoose }: WhoseWordsProps): ReactElement {
  const others = people.map(({ id, name, number }) => ({
    value: id,
    text: name === '' ? nlPhone.number(number) : name,
  }))
  return (
    <Select
      label={nlPhone.whose}
      value={chosen ?? ''}
      options={[{ value: '', text: nlPhone.mine }, ...others]}
      onChange={(value) => onChoose(value === '' ? undefined : value)}
    />
  )
}
