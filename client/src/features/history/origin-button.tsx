import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs'
import type { ReactElement } from 'react'
import { nlHistory } from '../../texts/console/nl-history.ts'
import { Button } from '../../ui/controls/button.tsx'
import './origin-button.css'

/** Asks where the thing that is chosen on the board came from. */
export function OriginButton({ onAsk }: { readonly onAsk: () => void }): ReactElement {
  return (
    <div className="stip-origin-button">
      <Button size="small" icon={<IconInfoCircle size={18} aria-hidden="true" />} onClick={onAsk}>
        {nlHistory.origin.open}
      </Button>
    </div>
  )
}
