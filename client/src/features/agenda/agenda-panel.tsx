import type { StepView } from '@stip/api'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconPlayerPlayFilled from '@tabler/icons-react/dist/esm/icons/IconPlayerPlayFilled.mjs'
import { type ReactElement, useEffect, useRef } from 'react'
import { useNow } from '../../live/clock/use-now.ts'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { type Parts, showing } from '../../ui/showing.ts'
import { actualMinutes } from './schedule.ts'
import './agenda-panel.css'

interface AgendaPanelProps {
  readonly view: Parts<'steps' | 'position' | 'times' | 'endedAt'>
  readonly offsetMs: number
  readonly onGoTo: (position: number) => void
}

/** All steps: what was done, what is now, what comes; planned against actual minutes. */
export const AgendaPanel = showing(['steps', 'position', 'times', 'endedAt'], Steps)

function Steps({ view, offsetMs, onGoTo }: AgendaPanelProps): ReactElement {
  const now = useNow(offsetMs, 15_000)
  const list = useRef<HTMLElement>(null)
  const { position: current } = view
  useEffect(() => {
    const element = list.current
    if (element === null) return undefined
    // Also when the screen is turned, or the clock below takes room.
    const sizes = new ResizeObserver(() => keepInSight(element, current))
    sizes.observe(element)
    keepInSight(element, current)
    return () => sizes.disconnect()
  }, [current])
  return (
    <nav ref={list} className="stip-agenda" aria-label={nlConsole.agenda.title}>
      <h2 className="stip-agenda__heading">{nlConsole.agenda.title}</h2>
      <ol className="stip-agenda__steps">
        {view.steps.map((step, position) => (
          <li key={step.id}>
            <AgendaItem
              step={step}
              state={stateOf(position, view.position)}
              actual={actualMinutes(view, position, now)}
              onGoTo={() => onGoTo(position)}
            />
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The step of now is in sight, also when the evening is long; only the list moves, never the page. */
function keepInSight(list: HTMLElement, current: number): void {
  const step = list.querySelectorAll('li')[current]
  if (step === undefined) return
  const { top, bottom } = step.getBoundingClientRect()
  const frame = list.getBoundingClientRect()
  if (top >= frame.top && bottom <= frame.bottom) return
  list.scrollTop += top - frame.top - (list.clientHeight - step.offsetHeight) / 2
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
        {state === 'done' && <IconCheck size={18} aria-hidden="true" />}
        {state === 'now' && <IconPlayerPlayFilled size={14} aria-hidden="true" />}
      </span>
      <span className="stip-agenda__title">
        {step.title}
        {state === 'done' && <span className="stip-hidden"> ({nlConsole.agenda.done})</span>}
      </span>
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
