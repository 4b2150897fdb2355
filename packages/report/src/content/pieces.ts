import { z } from 'zod'

/** No text in a version is longer; a note has 180 signs, an answer to a question perhaps a page. */
const MOST_SIGNS = 20_000

/** Words as people wrote them. Half a sign (a lone surrogate) has no bytes, and so no hash. */
export const Words = z
  .string()
  .max(MOST_SIGNS)
  .refine((words) => words.isWellFormed(), 'Holds half a sign.')

/** How many of something. */
export const Count = z.int().nonnegative()

/** A SHA-256, in hexadecimal. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A group (groep): always told by letter and name. */
export const Group = z.strictObject({ letter: Words, name: Words })
export type Group = z.infer<typeof Group>

/** A key card or a note, as it stood on the vision when that was saved. */
export const Card = z.strictObject({
  /** Its id on the vision board, which follows from what it was copied from. */
  cardId: Words,
  text: Words,
  /** Null: of the room as a whole. */
  group: Group.nullable(),
})
export type Card = z.infer<typeof Card>

/** A picture that is kept beside the version: what it holds is fixed by its hash. */
export const PictureReference = z.strictObject({
  sha256: Hash,
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/svg+xml']),
  /** In pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
})
export type PictureReference = z.infer<typeof PictureReference>

/**
 * How many people per role, under the five-rule: every role that is named has at least five, and those that
 * are not named have none together, or at least five. When nothing may be told by role, `named` is empty.
 */
export const PeopleByRole = z
  .strictObject({
    total: Count,
    named: z.array(z.strictObject({ role: Words, people: Count.min(5) })),
    /** All others together. */
    others: Count,
  })
  .refine(
    ({ total, named, others }) =>
      total === others + named.reduce((sum, { people }) => sum + people, 0),
    'Does not add up.',
  )
  .refine(
    ({ named, others }) => named.length === 0 || others === 0 || others >= 5,
    'Tells of a role that is too small.',
  )
export type PeopleByRole = z.infer<typeof PeopleByRole>
