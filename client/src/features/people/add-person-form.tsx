import type { SessionView } from '@stip/api'
import { limits } from '@stip/workshop'
import { type ReactElement, useState } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Select } from '../../ui/controls/select.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import { TextField } from '../../ui/controls/text-field.tsx'

type Background = SessionView['backgrounds'][number]

interface AddPersonFormProps {
  readonly backgrounds: readonly Background[]
  readonly onAdd: (name: string, background: Background['id']) => void
  readonly onClose: () => void
}

/** Somebody without a phone counts too. */
export function AddPersonForm({ backgrounds, onAdd, onClose }: AddPersonFormProps): ReactElement {
  const [name, setName] = useState('')
  const [role, setRole] = useState<string>(
    backgrounds.find(({ id }) => id === 'resident')?.id ?? backgrounds[0]?.id ?? '',
  )
  const texts = nlConsole.people
  const chosen = backgrounds.find(({ id }) => id === role)
  return (
    <Sheet label={texts.addTitle} onClose={onClose}>
      <form
        className="stip-stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen !== undefined) onAdd(name.trim(), chosen.id)
          onClose()
        }}
      >
        <div>
          <h2 className="nl-heading nl-heading--level-2">{texts.addTitle}</h2>
          <p className="stip-muted">{texts.addHint}</p>
        </div>
        <TextField
          label={texts.addName}
          value={name}
          maxLength={limits.nameLength}
          autoComplete="off"
          takesFocus
          onChange={setName}
        />
        <Select
          label={texts.addRole}
          value={role}
          options={backgrounds.map((background) => ({
            value: background.id,
            text: background.name,
          }))}
          onChange={setRole}
        />
        <div className="stip-row">
          <Button type="submit" kind="primary">
            {texts.addButton}
          </Button>
          <Button kind="subtle" onClick={onClose}>
            {texts.cancel}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
