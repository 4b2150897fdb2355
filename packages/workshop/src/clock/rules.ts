import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import { z } from 'zod'
import type { Ability } from '../ability/ability.ts'
import type { SessionEnded, WithCourse } from '../course/state.ts'
import type { WentToStep } from '../steps/state.ts'
import { isOfToday, movedAlong } from './clock-set.ts'
import { freshClock, held, resumed, withMinutes } from './clock.ts'
import { notBegun } from './state.ts'
import type { ClockEvent, ClockState, StepClock } from './state.ts'
import { clockLeftBehind, timesAfterMove } from './times.ts'

export type ClockCommand =
  | { readonly type: 'add-minutes'; readonly minutes: number }
  | { readonly type: 'pause-clock' }
  | { readonly type: 'resume-clock' }
  /** `before` is what the clock of the server said just before it was set, `ms` how far it was set ahead. */
  | { readonly type: 'note-clock-set'; readonly before: number; readonly ms: number }

interface ClockNeighbours extends WithCourse {
  readonly boardRules: { readonly notesOnlySince: number | undefined }
}

export const clock: Ability<{
  name: 'clock'
  beginning: object
  state: ClockState
  command: ClockCommand
  event: ClockEvent
  internal: 'note-clock-set'
  hears: WentToStep | SessionEnded
  neighbours: ClockNeighbours
  parts: object
}> = {
  name: 'clock',
  upgrades: [],
  begin: () => ({ current: undefined, times: notBegun }),

  commands: {
    'add-minutes': {
      body: { minutes: z.number().int().min(-60).max(60) },
      givenBy: ['facilitator'],
      // Five minutes more for this step, not for the one after it.
      staleAfter: ['went-to-step'],
      decide: (state, { minutes }, { now }) =>
        withClock(state, () => [{ type: 'minutes-added', minutes, at: now }]),
    },

    'pause-clock': {
      body: {},
      givenBy: ['facilitator'],
      decide: (state, _command, { now }) =>
        withClock(state, ({ kind }) =>
          kind === 'paused' ? [] : [{ type: 'clock-paused', at: now }],
        ),
    },

    'resume-clock': {
      body: {},
      givenBy: ['facilitator'],
      decide: (state, _command, { now }) =>
        withClock(state, ({ kind }) =>
          kind === 'running' ? [] : [{ type: 'clock-resumed', at: now }],
        ),
    },

    'note-clock-set': {
      givenBy: ['server'],
      afterEnd: true,
      decide: ({ times }, { before, ms }, _circumstances, { course, boardRules }) => {
        const moments = [times.startedAt, times.stepStartedAt, times.left?.at]
        const isLeftAlone =
          course.endedAt !== undefined ||
          ms === 0 ||
          !isOfToday([...moments, boardRules.notesOnlySince], before)
        return ok(isLeftAlone ? [] : [{ type: 'server-clock-set', ms }])
      },
    },
  },

  parts: {},
  told: {
    'minutes-added': ({ minutes }) => ({ minutes }),
    'clock-paused': () => ({}),
    'clock-resumed': () => ({}),
    'server-clock-set': () => ({}),
  },
  evolve: {
    'went-to-step': (state, event) => ({
      current: clockLeftBehind(state, event) ?? freshClock(event.minutes, event.at),
      times: timesAfterMove(state, event),
    }),
    'minutes-added': (state, { minutes, at }) =>
      changed(state, (current) => withMinutes(current, minutes, at)),
    'clock-paused': (state, { at }) => changed(state, (current) => held(current, at)),
    'clock-resumed': (state, { at }) => changed(state, (current) => resumed(current, at)),
    // Held, so that a session that is opened again goes on with the time it had.
    'session-ended': (state, { at }) => changed(state, (current) => held(current, at)),
    'server-clock-set': (state, { ms }) => movedAlong(state, ms),
  },
}

function withClock(
  { current }: ClockState,
  events: (current: StepClock) => readonly ClockEvent[],
): Result<readonly ClockEvent[], 'no-clock'> {
  return current === undefined ? refuse('no-clock') : ok(events(current))
}

function changed(state: ClockState, change: (current: StepClock) => StepClock): ClockState {
  const { current } = state
  return current === undefined ? state : { ...state, current: change(current) }
}
