import { actorKinds, ToldAbout } from '@stip/workshop'
import type { SessionEvent } from '@stip/workshop'
import { z } from 'zod'

export const CourseEvent = z.object({
  /** Counts up from 0. */
  sequence: z.number(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** In what capacity it was asked for. */
  by: z.enum(actorKinds),
  /** Which facilitator, counted from 1; absent while there is one. */
  number: z.number().optional(),
  type: z.string() as unknown as z.ZodType<SessionEvent['type']>,
  about: ToldAbout,
})
/** Something that happened in a session. */
export type CourseEvent = z.infer<typeof CourseEvent>

export const CourseAnswer = z.object({
  /** The last ones first. */
  events: z.array(CourseEvent),
  /** Ask with this for what happened before them; absent when nothing did. */
  before: z.number().optional(),
})
/** What happened in a session (verloop), a page of it. */
export type CourseAnswer = z.infer<typeof CourseAnswer>
