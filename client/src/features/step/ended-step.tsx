import type { SessionView } from '@stip/api'
import type { ReactElement, ReactNode } from 'react'
import { nl } from '../../texts/nl.ts'
import { Logo } from '../../ui/logo.tsx'
import './calm-step.css'

interface EndedStepProps {
  readonly view: SessionView
  /** The boards, to look at once more. */
  readonly children: ReactNode
}

/** The end of an evening. */
export function EndedStep({ view, children }: EndedStepProps): ReactElement {
  return (
    <main id="inhoud" tabIndex={-1} className="stip-calm stip-calm--page">
      <Logo />
      <h1 className="nl-heading nl-heading--level-1">{nl.ended.title}</h1>
      <p className="nl-paragraph nl-paragraph--lead">{nl.ended.thanks}</p>
      <p>{view.title}</p>
      {view.boards.length > 0 && <p className="stip-muted">{nl.ended.look}</p>}
      {children}
    </main>
  )
}
