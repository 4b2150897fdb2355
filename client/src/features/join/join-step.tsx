import type { ReactElement, ReactNode } from 'react'
import { nlStart } from '../../texts/nl-start.ts'
import { Logo } from '../../ui/logo.tsx'
import './join.css'

interface JoinStepProps {
  readonly step: number
  readonly of: number
  readonly question: string
  readonly hint?: string
  /** Name of the session, once it is known. */
  readonly sessionTitle?: string | undefined
  readonly children: ReactNode
}

/** One question on one screen. */
export function JoinStep(props: JoinStepProps): ReactElement {
  return (
    <main id="inhoud" tabIndex={-1} className="stip-join">
      <header className="stip-join__header">
        <Logo />
        <span className="stip-muted">{nlStart.join.step(props.step, props.of)}</span>
      </header>
      {props.sessionTitle !== undefined && (
        <p className="stip-join__session" dir="auto">
          {props.sessionTitle}
        </p>
      )}
      <div>
        <h1 className="nl-heading nl-heading--level-1">{props.question}</h1>
        {props.hint !== undefined && <p className="stip-muted">{props.hint}</p>}
      </div>
      {props.children}
    </main>
  )
}
