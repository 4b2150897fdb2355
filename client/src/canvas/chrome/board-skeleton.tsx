import type { ReactElement } from 'react'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'

/** Paper to look at while the board comes; words appear when that takes long. */
export function BoardSkeleton(): ReactElement {
  return (
    <output className="stip-board__skeleton">
      <span className="stip-board__skeleton-words">{nlCanvas.loading}</span>
    </output>
  )
}
