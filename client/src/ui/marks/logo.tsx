import type { ReactElement } from 'react'
import { nl } from '../../texts/nl.ts'
import './logo.css'

/** A dot just above the horizon, and our name beside it. */
export function Logo({ size = 'normal' }: { readonly size?: 'normal' | 'large' }): ReactElement {
  return (
    <span className={`stip-logo stip-logo--${size}`}>
      <LogoMark />
      <span className="stip-logo__name">{nl.product}</span>
    </span>
  )
}

/** The mark alone. */
export function LogoMark(): ReactElement {
  return (
    <svg className="stip-logo__mark" viewBox="0 0 96 40" aria-hidden="true" focusable="false">
      <path d="M2 32h92" stroke="var(--stip-ink)" strokeWidth="2.5" strokeLinecap="round" />
      <circle cx="63" cy="19" r="9.5" fill="var(--stip-dot)" />
    </svg>
  )
}
