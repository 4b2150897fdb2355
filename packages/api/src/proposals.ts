import { z } from 'zod'

const Pair = z.object({
  a: z.string(),
  b: z.string(),
  /** From 0 to 1. */
  score: z.number(),
  /** Why, for people to read. */
  reason: z.string(),
})

export const ProposalsAnswer = z.object({
  /** Cards of different groups that may be the same; the surest first. */
  pairs: z.array(Pair),
  /** "Tegenovergesteld?": much the same words, with the reverse meaning. */
  opposites: z.array(Pair),
  /** By card, the cards that it is most like; at most three. */
  suggestions: z.record(
    z.string(),
    z.array(Pair.pick({ score: true, reason: true }).extend({ id: z.string() })),
  ),
  /** A first sorting by subject, with names for people to make better; each card is in one. */
  clusters: z.array(z.object({ name: z.string(), cards: z.array(z.string()) })),
})
/** What Stip proposes about the cards on the vision, by their record ids; people decide. */
export type ProposalsAnswer = z.infer<typeof ProposalsAnswer>
