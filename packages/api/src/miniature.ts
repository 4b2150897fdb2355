import { z } from 'zod'

export const MiniaturesAnswer = z.object({
  /** What to name as `since` the next time. */
  now: z.string(),
  /** The boards whose miniature may look different since then. */
  boards: z.array(
    z.object({
      boardId: z.string(),
      /** How long ago somebody did something there, in milliseconds; absent when nobody did. */
      quietMs: z.number().optional(),
    }),
  ),
})
export type MiniaturesAnswer = z.infer<typeof MiniaturesAnswer>
