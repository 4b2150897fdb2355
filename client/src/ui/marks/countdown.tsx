import type { ReactElement } from 'react'
import { type StepClock, timeLeftMs } from '@stip/workshop'
import { countdownText } from '../../live/clock/clock.ts'
import { useNow } from '../../live/clock/use-now.ts'
import { nl } from '../../texts/nl.ts'
import './countdown.css'

interface CountdownProps {
  readonly clock: StepClock
  readonly offsetMs: number
  readonly size?: 'normal' | 'large' | 'huge'
  /** The facilitator sees by how much time was exceeded; others see that it is over. */
  readonly showsOvertime?: boolean
}

/** How long this step still takes, the same on every screen. */
export function Countdown({
  clock,
  offsetMs,
  size = 'normal',
  showsOvertime = false,
}: CountdownProps): ReactElement {
  const left = timeLeftMs(clock, useNow(offsetMs))
  const isOver = left <= 0
  const shown = showsOvertime ? left : Math.max(0, left)
  const state = isOver ? 'over' : clock.kind
  return (
    <span
      role="timer"
      aria-label={isOver ? nl.step.timeOver : nl.step.timeLeft(Math.ceil(left / 60_000))}
      className={`stip-countdown stip-countdown--${size} stip-countdown--${state}`}
    >
      {clock.kind === 'paused' && <span className="stip-countdown__word">{nl.step.paused}</span>}
      <span className="stip-countdown__time">{countdownText(shown)}</span>
    </span>
  )
}
