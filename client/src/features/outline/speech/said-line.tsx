import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useEffect } from 'react'
import type { ReactElement } from 'react'
import { nlOutline } from '../../../texts/board/nl-outline.ts'
import { Button } from '../../../ui/controls/button.tsx'
import './said-line.css'

/** What was just done, and the way back. */
export interface Said {
  readonly text: string
  readonly back: (() => void) | undefined
}

interface SaidLineProps {
  readonly said: Said | undefined
  readonly onClose: () => void
}

/** Long enough to read and to reach the button. Milliseconds. */
const SHOWN_MS = 20_000

/** One line at the bottom of the list. It is read out, and goes away by itself. */
export function SaidLine({ said, onClose }: SaidLineProps): ReactElement {
  useEffect(() => {
    if (said === undefined) return undefined
    const timer = setTimeout(onClose, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [said, onClose])
  return (
    <div className={`stip-outline__said${said === undefined ? ' stip-outline__said--none' : ''}`}>
      <output className="stip-outline__said-words" dir="auto">
        {said?.text}
      </output>
      {said?.back !== undefined && (
        <Button
          kind="subtle"
          size="small"
          onClick={() => {
            said.back?.()
            onClose()
          }}
        >
          {nlOutline.takeBack}
        </Button>
      )}
      {said !== undefined && (
        <button
          type="button"
          className="stip-outline__said-close"
          aria-label={nlOutline.close}
          onClick={onClose}
        >
          <IconX size={18} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
