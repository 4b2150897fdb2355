import type { LookUpCodeAnswer } from '@stip/api'
import { type ReactElement, useState } from 'react'
import { nlStart } from '../../texts/nl-start.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Notice } from '../../ui/notices/notice.tsx'
import { SlowLine } from '../../ui/notices/slow.tsx'
import './join.css'

type Background = LookUpCodeAnswer['backgrounds'][number]

interface RoleFormProps {
  readonly backgrounds: readonly Background[]
  readonly isBusy: boolean
  readonly problem: string | undefined
  readonly onBack: () => void
  readonly onRole: (background: Background['id']) => void
}

/** Who are you tonight: one big card per role. */
export function RoleForm(props: RoleFormProps): ReactElement {
  const [chosen, setChosen] = useState<Background['id'] | undefined>()
  const [isMissing, setIsMissing] = useState(false)
  return (
    <form
      className="stip-stack"
      style={{ justifyItems: 'stretch' }}
      onSubmit={(event) => {
        event.preventDefault()
        setIsMissing(chosen === undefined)
        if (chosen !== undefined) props.onRole(chosen)
      }}
    >
      <fieldset>
        <legend className="stip-hidden">{nlStart.join.roleQuestion}</legend>
        <div className="stip-roles">
          {props.backgrounds.map((background) => (
            <label key={background.id} className="stip-role">
              <input
                type="radio"
                name="role"
                checked={chosen === background.id}
                onChange={() => {
                  setChosen(background.id)
                  setIsMissing(false)
                }}
              />
              {background.name}
            </label>
          ))}
        </div>
      </fieldset>
      {isMissing && <Notice kind="error">{nlStart.join.roleMissing}</Notice>}
      {props.problem !== undefined && <Notice kind="error">{props.problem}</Notice>}
      <SlowLine isBusy={props.isBusy} />
      <div className="stip-join__actions">
        <Button type="submit" kind="primary" size="large" disabled={props.isBusy}>
          {props.isBusy ? nlStart.join.joining : nlStart.join.join}
        </Button>
        <Button kind="subtle" size="large" onClick={props.onBack}>
          {nlStart.join.back}
        </Button>
      </div>
    </form>
  )
}
