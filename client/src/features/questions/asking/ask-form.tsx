import type { ClientCommand } from '@stip/api'
import { questionLimits } from '@stip/workshop'
import { type FormEvent, type ReactElement, useState } from 'react'
import { Button } from '../../../ui/controls/button.tsx'
import { Select } from '../../../ui/controls/select.tsx'
import { TextField } from '../../../ui/controls/text-field.tsx'
import { nlAsking } from './nl-asking.ts'

type Kind = keyof typeof nlAsking.kinds

interface AskFormProps {
  readonly onAsk: (command: ClientCommand) => void
  readonly onCancel: () => void
}

/** A question that the facilitator types, with how one answers it. */
export function AskForm({ onAsk, onCancel }: AskFormProps): ReactElement {
  const [text, setText] = useState('')
  const [kind, setKind] = useState<Kind>('yes-bit-no')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === '') return
    onAsk({ type: 'ask', topic: 'poll', kind, items: [{ id: 'own', text }] })
  }
  return (
    <form className="stip-asking__form" onSubmit={submit}>
      <TextField
        label={nlAsking.ownText}
        takesFocus
        maxLength={questionLimits.saidLength}
        value={text}
        onChange={setText}
      />
      <Select
        label={nlAsking.ownKind}
        value={kind}
        options={Object.entries(nlAsking.kinds).map(([value, name]) => ({ value, text: name }))}
        onChange={(value) => setKind(value as Kind)}
      />
      <div className="stip-row">
        <Button type="submit" disabled={text.trim() === ''}>
          {nlAsking.ask}
        </Button>
        <Button kind="subtle" onClick={onCancel}>
          {nlAsking.cancel}
        </Button>
      </div>
    </form>
  )
}
