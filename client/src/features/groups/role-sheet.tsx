import type { PersonView, SessionView } from '@stip/api'
import { type ReactElement, useState } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'
import { personName } from '../../ui/marks/person-name.ts'
import { Select } from '../../ui/controls/select.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'

type Background = SessionView['backgrounds'][number]['id']

interface RoleSheetProps {
  readonly person: PersonView
  readonly backgrounds: SessionView['backgrounds']
  readonly onChoose: (background: Background) => void
  readonly onClose: () => void
}

/** Gives somebody the role that is theirs; their group stays what it is. */
export function RoleSheet(props: RoleSheetProps): ReactElement {
  const { person, backgrounds, onChoose, onClose } = props
  const [role, setRole] = useState<Background>(person.background)
  const texts = nlConsole.people
  return (
    <Sheet label={texts.changeRole} onClose={onClose}>
      <form
        className="stip-stack"
        onSubmit={(event) => {
          event.preventDefault()
          onChoose(role)
          onClose()
        }}
      >
        <div>
          <h2 className="nl-heading nl-heading--level-2">
            <bdi>{texts.roleOf(personName(person))}</bdi>
          </h2>
          <p className="stip-muted">{texts.roleHint}</p>
        </div>
        <Select
          label={texts.addRole}
          value={role}
          options={backgrounds.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(chosen) => {
            const known = backgrounds.find(({ id }) => id === chosen)
            if (known !== undefined) setRole(known.id)
          }}
        />
        <div className="stip-row">
          <Button type="submit" kind="primary">
            {texts.saveRole}
          </Button>
          <Button kind="subtle" onClick={onClose}>
            {texts.cancel}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
