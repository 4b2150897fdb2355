import type { ReactElement, ReactNode } from 'react'

interface ReadingHeadProps {
  readonly title: ReactNode
  readonly aside: ReactNode
}

/** What one reads, and beside it the time or a way on. */
export function ReadingHead({ title, aside }: ReadingHeadProps): ReactElement {
  return (
    <header className="stip-reading__head">
      <h1>{title}</h1>
      {aside}
    </header>
  )
}
