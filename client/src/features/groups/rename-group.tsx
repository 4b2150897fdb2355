import { limits } from '@stip/workshop'
import { type ReactElement, useState } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'
import { TextField } from '../../ui/controls/text-field.tsx'

interface RenameGroupProps {
  readonly name: string
  readonly onRename: (name: string) => void
}

/** Gives a group a name of its own, such as De Brug. */
export function RenameGroup({ name, onRename }: RenameGroupProps): ReactElement {
  const [typed, setTyped] = useState<string | undefined>()
  if (typed === undefined) {
    return (
      <Button kind="subtle" size="small" onClick={() => setTyped(name)}>
        {nlConsole.people.rename}
      </Button>
    )
  }
  return (
    <form
      className="stip-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '' && typed.trim() !== name) onRename(typed.trim())
        setTyped(undefined)
      }}
    >
      <TextField
        label={nlConsole.people.renameLabel}
        value={typed}
        maxLength={limits.groupNameLength}
        autoComplete="off"
        takesFocus
        onChange={setTyped}
      />
      <div className="stip-row">
        <Button type="submit" size="small">
          {nlConsole.people.renameSave}
        </Button>
        <Button kind="subtle" size="small" onClick={() => setTyped(undefined)}>
          {nlConsole.people.cancel}
        </Button>
      </div>
    </form>
  )
}
