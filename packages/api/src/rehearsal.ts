import { z } from 'zod'

export const RehearsalAnswer = z.object({
  /** 'none': never begun, or so long ago that nobody asks. */
  state: z.enum(['none', 'playing', 'done', 'stopped', 'failed']),
  /** The step that is being played, from 1; 0 before the first. */
  step: z.number(),
  lastStep: z.number(),
  title: z.string(),
  people: z.number(),
  notes: z.number(),
  strokes: z.number(),
})
/** How far the invented evening is that the server plays into a session. */
export type RehearsalAnswer = z.infer<typeof RehearsalAnswer>
