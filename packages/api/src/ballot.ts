import { Id, questionLimits, TotalsView, TypedText } from '@stip/workshop'
import { z } from 'zod'

/** All that somebody answers to a question; it replaces what they answered before. */
export const Ballot = z.object({
  answers: z
    .array(
      z.object({
        item: z.string().min(1).max(200),
        /** One of the answers of the kind; of dots how many; left out with words. */
        value: z.union([z.string().max(40), z.number()]).optional(),
        /** Why, or what one would change. */
        reason: TypedText.optional(),
        /** Sentences of one's own beside a statement that one cannot live with. */
        own: z.array(TypedText).max(10).optional(),
      }),
    )
    .max(questionLimits.items),
  /** Ids of what others wrote, that one says as well ("Ik ook"). */
  also: z.array(z.string().max(40)).max(questionLimits.also).optional(),
})
export type Ballot = z.infer<typeof Ballot>

export const BallotBody = Ballot.extend({
  /** Of a scribe: whose ballot it is, of somebody without a phone. */
  for: Id.optional(),
})
export type BallotBody = z.infer<typeof BallotBody>

/** How far the answers to the question are that is open now. */
export const BallotsView = z.object({
  questionId: z.string(),
  answered: z.number(),
  asked: z.number(),
  /** Once they are revealed. */
  totals: TotalsView.optional(),
})
export type BallotsView = z.infer<typeof BallotsView>
