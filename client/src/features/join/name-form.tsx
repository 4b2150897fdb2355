import { limits } from '@stip/workshop'
import type { ReactElement } from 'react'
import { nlStart } from '../../texts/nl-start.ts'
import { Button } from '../../ui/controls/button.tsx'
import { TextField } from '../../ui/controls/text-field.tsx'

interface NameFormProps {
  readonly name: string
  readonly onName: (name: string) => void
  readonly onNext: () => void
}

/** What may we call you; an empty answer is an answer. */
export function NameForm({ name, onName, onNext }: NameFormProps): ReactElement {
  return (
    <form
      className="stip-stack"
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <TextField
        label={nlStart.join.nameLabel}
        hidesLabel
        isLarge
        value={name}
        maxLength={limits.nameLength}
        autoComplete="given-name"
        enterKeyHint="next"
        takesFocus
        onChange={onName}
      />
      <Button type="submit" kind="primary" size="large">
        {nlStart.join.next}
      </Button>
    </form>
  )
}
