import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { nl } from '../../texts/nl.ts'
import { Countdown } from '../../ui/marks/countdown.tsx'
import { StepWords } from './step-words.tsx'
import './calm-step.css'

interface CalmStepProps {
  readonly view: SessionView
  readonly offsetMs: number
}

/** A step without a board: one instruction, and how long it takes. */
export function CalmStep({ view, offsetMs }: CalmStepProps): ReactElement {
  const step = view.steps[view.position]
  const waitsForGroup = step?.hasBoard === true && !view.groupsMade
  return (
    <main id="inhoud" tabIndex={-1} className="stip-calm">
      <h1 className="nl-heading nl-heading--level-1">{step?.title ?? view.title}</h1>
      {view.clock !== undefined && (
        <Countdown clock={view.clock} offsetMs={offsetMs} size="large" />
      )}
      {waitsForGroup && <p className="nl-paragraph nl-paragraph--lead">{nl.group.wait}</p>}
      {step !== undefined && <StepWords step={step} />}
    </main>
  )
}
