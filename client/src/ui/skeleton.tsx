import type { ReactElement } from 'react'
import { nl } from '../texts/nl.ts'
import './skeleton.css'

/** The shape of a page that is coming; it appears only when that takes longer than a moment. */
export function Skeleton(): ReactElement {
  return (
    <div className="stip-skeleton">
      <output className="stip-hidden">{nl.loading}</output>
      <div className="stip-skeleton__line stip-skeleton__line--title" />
      <div className="stip-skeleton__line" />
      <div className="stip-skeleton__line stip-skeleton__line--short" />
    </div>
  )
}
