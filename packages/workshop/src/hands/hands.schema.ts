import { z } from 'zod'
import { Id } from '../ability/bodies.ts'

/** The number of a hand. */
export const HandNumber = z.number().int().min(1)

/** A hand as who leads sees it. */
export const HandView = z.object({
  id: z.string(),
  number: HandNumber,
  since: z.number(),
  /** Absent where names are not shown, and of the screen of a group. */
  personId: Id.optional(),
  groupId: Id.optional(),
})
export type HandView = z.infer<typeof HandView>
