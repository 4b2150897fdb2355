import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs'
import type { ReactElement } from 'react'
import { nlTakeAway } from '../../texts/console/nl-take-away.ts'
import { Button } from '../../ui/controls/button.tsx'
import './take-away-button.css'

/** Begins to take away what is chosen; asks for a reason first. */
export function TakeAwayButton({ onTake }: { readonly onTake: () => void }): ReactElement {
  return (
    <div className="stip-take-away-button">
      <Button size="small" icon={<IconEyeOff size={18} aria-hidden="true" />} onClick={onTake}>
        {nlTakeAway.open}
      </Button>
    </div>
  )
}
