import type { ReactElement } from 'react'

/** A filled dot above a line, as in the logo. */
export function IconStip({ size }: { readonly size: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx={12} cy={9} r={5} fill="currentColor" />
      <path d="M3 19h18" stroke="currentColor" strokeWidth={1.75} strokeLinecap="round" />
    </svg>
  )
}
