import { z } from 'zod'

/** The id of a record on the vision, as boards take them. */
export const RecordName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\s]+$/)

/** Cards on the vision. */
export const Cards = z.array(RecordName).min(1).max(500)

/** One thing that was decided, under the name of its field. */
export const FieldView = z.object({ id: z.string(), value: z.string() })
export type FieldView = z.infer<typeof FieldView>

/** What the makers of cards said of one statement: how many, and what should be different. */
export const VerifiedView = z.object({
  /** Of the statement. */
  id: z.string(),
  right: z.number(),
  different: z.array(z.string()),
  takeAway: z.number(),
})
export type VerifiedView = z.infer<typeof VerifiedView>
