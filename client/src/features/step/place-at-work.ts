import type { SessionView } from '@stip/api'
import type { ParticipantPlace } from '@stip/workshop'

/** Which screen somebody is on, with the board or the group that is on it. */
export type PlaceInView = ParticipantPlace<
  SessionView['boards'][number],
  SessionView['groups'][number]
>

/** Where somebody is who has a step in front of them, or its end. */
export type PlaceAtWork = Extract<PlaceInView, { kind: 'calm' | 'board' | 'ended' }>
