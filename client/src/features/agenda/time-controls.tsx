import type { ClientCommand } from '@stip/api'
import type { NextThing } from '@stip/workshop'
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs'
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs'
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs'
import type { ReactElement } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Countdown } from '../../ui/marks/countdown.tsx'
import { type Parts, showing } from '../../ui/showing.ts'
import './agenda-panel.css'

interface TimeControlsProps {
  readonly view: Parts<'clock' | 'endedAt' | 'steps' | 'position'>
  readonly offsetMs: number
  readonly next: NextThing
  readonly isBusy: boolean
  readonly onCommand: (command: ClientCommand) => void
}

/** The clock of the step, and the way forward and back. */
export const TimeControls = showing(['clock', 'endedAt', 'steps', 'position'], ClockAndWay)

function ClockAndWay(props: TimeControlsProps): ReactElement {
  const { view, offsetMs, next, isBusy, onCommand } = props
  const isRunning = view.clock?.kind === 'running'
  return (
    <section className="stip-time" aria-label={nlConsole.agenda.timeLeft}>
      {view.clock !== undefined && view.endedAt === undefined && (
        <>
          <div className="stip-time__head">
            <span className="stip-time__label">{nlConsole.agenda.timeLeft}</span>
            <Countdown clock={view.clock} offsetMs={offsetMs} size="large" showsOvertime />
          </div>
          <div className="stip-time__controls">
            <Button size="small" onClick={() => onCommand({ type: 'add-minutes', minutes: 1 })}>
              {nlConsole.agenda.plusOne}
            </Button>
            <Button size="small" onClick={() => onCommand({ type: 'add-minutes', minutes: 5 })}>
              {nlConsole.agenda.plusFive}
            </Button>
            <Button
              size="small"
              icon={
                isRunning ? (
                  <IconPlayerPause size={18} aria-hidden="true" />
                ) : (
                  <IconPlayerPlay size={18} aria-hidden="true" />
                )
              }
              onClick={() => onCommand({ type: isRunning ? 'pause-clock' : 'resume-clock' })}
            >
              {isRunning ? nlConsole.agenda.pause : nlConsole.agenda.resume}
            </Button>
          </div>
        </>
      )}
      <StepButtons view={view} next={next} isBusy={isBusy} onCommand={onCommand} />
    </section>
  )
}

function StepButtons(props: Omit<TimeControlsProps, 'offsetMs'>): ReactElement {
  const { view, next, isBusy, onCommand } = props
  const command = commandOf(next, view.position)
  const following = view.steps[view.position + 1]
  const isAside = next === 'make-groups' || next === 'merge' || next === 'question'
  return (
    <>
      {command !== undefined && (
        <Button
          kind="primary"
          size="large"
          className="stip-time__next"
          isBusy={isBusy}
          onClick={() => onCommand(command)}
        >
          {labelOf(view, next)}
        </Button>
      )}
      {isAside && following !== undefined && (
        <Button
          className="stip-time__next"
          isBusy={isBusy}
          onClick={() => onCommand({ type: 'go-to-step', position: view.position + 1 })}
        >
          {nlConsole.agenda.next(following.title)}
        </Button>
      )}
      {view.position >= 0 && view.endedAt === undefined && (
        <Button
          kind="subtle"
          size="small"
          icon={<IconArrowLeft size={18} aria-hidden="true" />}
          isBusy={isBusy}
          onClick={() => onCommand({ type: 'go-to-step', position: view.position - 1 })}
        >
          {nlConsole.agenda.previous}
        </Button>
      )}
    </>
  )
}

function labelOf(view: TimeControlsProps['view'], next: NextThing): string {
  switch (next) {
    case 'make-groups':
      return nlConsole.groups.mix
    case 'merge':
      return nlConsole.merge.merge
    case 'go-on': {
      const title = view.steps[view.position + 1]?.title ?? ''
      return view.position < 0 ? nlConsole.agenda.start(title) : nlConsole.agenda.next(title)
    }
    case 'end':
      return nlConsole.header.end
    default:
      return ''
  }
}

/** The command behind the next thing, of a session that is there. */
function commandOf(next: NextThing, position: number): ClientCommand | undefined {
  switch (next) {
    case 'make-groups':
      return { type: 'mix-groups' }
    case 'merge':
      return { type: 'merge' }
    case 'go-on':
      return { type: 'go-to-step', position: position + 1 }
    case 'end':
      return { type: 'end-session' }
    default:
      return undefined
  }
}
