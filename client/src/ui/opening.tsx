import type { ReactElement } from 'react'
import { nl } from '../texts/nl.ts'

/** Stands in the place of a board that is on its way. */
export function Opening(): ReactElement {
  return (
    <output
      className="stip-muted"
      style={{ display: 'grid', placeContent: 'center', blockSize: '100%' }}
    >
      {nl.boards.opening}
    </output>
  )
}
