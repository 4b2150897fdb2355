import type { ReactElement } from 'react'
import { nl } from '../../texts/nl.ts'
import { Button } from '../../ui/controls/button.tsx'
import { type Held, letGo } from './use-held.ts'
import './held-notice.css'

interface HeldNoticeProps {
  readonly waits: Held['waits']
}

/** Says that the session went on, to somebody whose screen waits for them. */
export function HeldNotice({ waits }: HeldNoticeProps): ReactElement {
  return (
    <div className="stip-held">
      <output>{waits === undefined ? '' : nl.held[waits]}</output>
      {waits !== undefined && (
        <Button kind="subtle" size="small" onClick={letGo}>
          {nl.held.go}
        </Button>
      )}
    </div>
  )
}
