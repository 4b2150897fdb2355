import type { SessionView, StepView } from '@stip/api'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconPlayerPlayFilled from '@tabler/icons-react/dist/esm/icons/IconPlayerPlayFilled.mjs'
import { type ReactElement, useEffect, useRef } from 'react'
import { useNow } from '../../live/use-now.ts'
import { nlConsole } from '../../texts/nl-console.ts'
import { type StepStarts, actualMinutes } from './schedule.ts'
import './agenda-panel.css'

interface AgendaPanelProps {
  readonly view: SessionView
  readonly starts: StepStarts
  readonly offsetMs: number
  readonly onGoTo: (position: number) => void
}

/** All steps: what was done, what is now, what comes; planned against actual minutes. */
export function AgendaPanel({ view, starts, offsetMs, onGoTo }: AgendaPanelProps): ReactElement {
  const now = useNow(offsetMs, 15_000)
  const current = useRef<HTMLLIElement>(null)
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
  }, [view.position])
  return (
    <nav className="stip-agenda" aria-label={nlConsole.agenda.title}>
      <h2 className="stip-agenda__heading">{nlConsole.agenda.title}</h2>
      <ol className="stip-agenda__steps">
        {view.steps.map((step, position) => (
          <li key={step.id} ref={position === view.position ? current : null}>
            <AgendaItem
              step={step}
              state={stateOf(position, view.position)}
              actual={actualMinutes(starts, position, view.position, now)}
              onGoTo={() => onGoTo(position)}
            />
          </li>
        ))}
      </ol>
    </nav>
  )
}

type ItemState = 'done' | 'now' | 'later'

interface AgendaItemProps {
  readonly step: StepView
  readonly state: ItemState
  readonly actual: number | undefined
  readonly onGoTo: () => void
}

function AgendaItem({ step, state, actual, onGoTo }: AgendaItemProps): ReactElement {
  return (
    <button
      type="button"
      className={`stip-agenda__step stip-agenda__step--${state}`}
      aria-current={state === 'now' ? 'step' : undefined}
      onClick={onGoTo}
    >
      <span className="stip-agenda__mark">
        {state === 'done' && <IconCheck size={18} role="img" aria-label={nlConsole.agenda.done} />}
        {state === 'now' && (
          <IconPlayerPlayFilled size={14} role="img" aria-label={nlConsole.agenda.now} />
        )}
      </span>
      <span className="stip-agenda__title">{step.title}</span>
      <span className="stip-agenda__minutes">
        {actual === undefined || state === 'later'
          ? nlConsole.agenda.minutes(step.minutes)
          : nlConsole.agenda.planned(step.minutes, actual)}
      </span>
    </button>
  )
}

function stateOf(position: number, current: number): ItemState {
  if (position === current) return 'now'
  return position < current ? 'done' : 'later'
}
