/** How long the current step still takes: running towards a moment, or paused with time left. Milliseconds. */
export type StepClock =
  | { readonly kind: 'running'; readonly endsAt: number }
  | { readonly kind: 'paused'; readonly remainingMs: number }

/** When the evening and its current step began, and how long steps took; milliseconds since 1970. */
export interface SessionTimes {
  /** Undefined in the waiting room: then the evening has not begun. */
  readonly startedAt: number | undefined
  readonly stepStartedAt: number | undefined
  /** Milliseconds spent in each step before now, by position; visits add up. */
  readonly spentMs: Readonly<Record<number, number>>
  /** The step that was left last, for who comes right back. */
  readonly left:
    | { readonly position: number; readonly clock: StepClock | undefined; readonly at: number }
    | undefined
}

export interface ClockState {
  /** Of the current step; undefined where it has none. */
  readonly current: StepClock | undefined
  readonly times: SessionTimes
}

export interface WithClock {
  readonly clock: ClockState
}

/** The clock of the server was set ahead by so much, or back when it is below 0. */
export type ServerClockSet = { readonly type: 'server-clock-set'; readonly ms: number }

export type ClockEvent =
  | { readonly type: 'minutes-added'; readonly minutes: number; readonly at: number }
  | { readonly type: 'clock-paused'; readonly at: number }
  | { readonly type: 'clock-resumed'; readonly at: number }
  | ServerClockSet

/** The times of an evening that has not begun. */
export const notBegun: SessionTimes = {
  startedAt: undefined,
  stepStartedAt: undefined,
  spentMs: {},
  left: undefined,
}
