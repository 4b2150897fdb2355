import { z } from 'zod'
import { Count, Group, PeopleByRole, Words } from './pieces.ts'

/** How people took part: what a participation report tells besides the vision. */
export const Participation = z.strictObject({
  /** What was said beforehand about what is fixed, who decides and by when: the mandate card. */
  mandate: z.array(
    z.strictObject({
      question: Words,
      /** Null: not known yet. */
      answer: Words.nullable(),
    }),
  ),
  /** The steps that were done, in order. */
  steps: z.array(z.strictObject({ title: Words, minutes: Count.nullable() })),
  groups: z.array(z.strictObject({ ...Group.shape, people: Count })),
  present: PeopleByRole,
  /** Notes that were written. */
  notes: Count,
  keyCards: Count,
})
export type Participation = z.infer<typeof Participation>
