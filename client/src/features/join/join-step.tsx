import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { nlStart } from '../../texts/nl-start.ts'
import { Logo } from '../../ui/marks/logo.tsx'
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
  const { step, question } = props
  const whole = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // What was pressed is gone: a keyboard and a screen reader go on at the new question, or in its field.
    if (step > 1 && whole.current?.contains(document.activeElement) !== true) {
      heading.current?.focus()
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each question is a new one.
  }, [step, question])
  return (
    <main ref={whole} id="inhoud" tabIndex={-1} className="stip-join">
      <header className="stip-join__header">
        <Logo />
        <span className="stip-muted">{nlStart.join.step(step, props.of)}</span>
      </header>
      {props.sessionTitle !== undefined && (
        <p className="stip-join__session" dir="auto">
          {props.sessionTitle}
        </p>
      )}
      <div>
        <h1 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-1">
          {question}
        </h1>
        {props.hint !== undefined && <p className="stip-muted">{props.hint}</p>}
      </div>
      {props.children}
    </main>
  )
}
