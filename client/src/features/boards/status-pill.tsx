import type { ReactElement } from 'react'
import type { BoardStatus } from '../../canvas/board-props.ts'
import { statusText } from './status-text.ts'
import { useKeepsCopies } from './use-keeps-copies.ts'
import './board-frame.css'

interface StatusPillProps {
  readonly status: BoardStatus
  readonly access: 'read' | 'write'
}

/** Connection, saving and offline: one small pill in one place. */
export function StatusPill({ status, access }: StatusPillProps): ReactElement | null {
  const { text, mood } = statusText(status, access, useKeepsCopies())
  // The board itself says that you look on; there is nothing of yours to keep.
  if (access === 'read' && mood === 'good') return null
  return (
    <output className={`stip-pill stip-pill--${mood}`}>
      <span className="stip-pill__dot" aria-hidden="true" />
      {text}
    </output>
  )
}
