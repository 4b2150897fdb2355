import { z } from 'zod'

/** A note on the board of a group that no statement was made from. */
const MissingNote = z.object({
  board: z.string(),
  record: z.string(),
  text: z.string(),
  groupLetter: z.string(),
  /** On the vision; empty as long as it stands on its board only. */
  cards: z.array(z.string()),
})
export type MissingNote = z.infer<typeof MissingNote>

export const MissingAnswer = z.object({
  /** So many statements, and notes, were looked through. */
  statements: z.number(),
  notes: z.number(),
  /** Of these a statement is made, and of these people said why none is. */
  used: z.number(),
  explained: z.number(),
  /** Notes about one thing that is found in no statement, the largest group first. */
  points: z.array(z.object({ name: z.string(), notes: z.array(MissingNote) })),
  /** Notes that are not found either, with few others about the same. */
  others: z.array(MissingNote),
})
/** What groups wrote and is found in no statement of the vision, as far as words tell; people judge. */
export type MissingAnswer = z.infer<typeof MissingAnswer>
