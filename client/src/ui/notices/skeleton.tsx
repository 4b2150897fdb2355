import type { ReactElement } from 'react'
import { nl } from '../../texts/nl.ts'
import { LogoMark } from '../marks/logo.tsx'
import { useIsSlow } from './slow.tsx'
import './skeleton.css'

/** A page that is coming: the logo at once, words when it takes longer. index.html begins with the same. */
export function Skeleton(): ReactElement {
  return (
    <div className="stip-loading">
      <LogoMark />
      <output className="stip-loading__words">{useIsSlow() ? nl.slow : nl.loading}</output>
    </div>
  )
}
