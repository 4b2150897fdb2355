import { z } from 'zod'
import { Id } from '../ability/bodies.ts'
import { questionLimits } from './kinds.ts'

const Topic = z.enum(['recognition', 'consent', 'critique', 'heard', 'poll'])
/** How one answers. */
export const Kind = z.enum(['yes-bit-no', 'consent', 'five-points', 'dots', 'words'])

/** How many dots each person has. */
export const Dots = z.number().int().min(1).max(questionLimits.dots)

/** What is asked about, as a facilitator sends it. */
export const SentItems = z
  .array(z.object({ id: Id, text: z.string().max(10_000) }))
  .min(1)
  .max(questionLimits.items)

const Counts = z.record(z.string(), z.number())

const Said = z.object({
  id: z.string(),
  text: z.string(),
  as: z.enum(['yes-but', 'no-because', 'own', 'words']),
  also: z.number(),
})

/** What answers come to. */
export const TotalsView = z.object({
  answered: z.number(),
  asked: z.number(),
  items: z.array(
    z.object({
      id: z.string(),
      answered: z.number(),
      counts: Counts,
      byGroup: z.array(z.object({ groupId: z.string(), counts: Counts })).optional(),
      byRole: z
        .object({
          roles: z.array(z.object({ role: z.string(), counts: Counts })),
          others: Counts.optional(),
        })
        .optional(),
      said: z.array(Said),
    }),
  ),
})
export type TotalsView = z.infer<typeof TotalsView>

/** A question as screens see it. */
export const QuestionView = z.object({
  id: z.string(),
  topic: Topic,
  kind: Kind,
  items: z.array(z.object({ id: z.string(), text: z.string(), notFor: z.string().optional() })),
  dots: z.number().optional(),
  isOpen: z.boolean(),
  isRevealed: z.boolean(),
  /** It was closed so short ago that it can be opened again. */
  canReopen: z.boolean().optional(),
  /** Of one that is closed and revealed. */
  totals: TotalsView.optional(),
  /** What was answered to critiques, by their id; '' is one that stands as it is. */
  replies: z.record(z.string(), z.string()).optional(),
})
export type QuestionView = z.infer<typeof QuestionView>

/** What people say beside a statement that they cannot live with (ander geluid), without who they are. */
export const OtherVoicesView = z.object({
  /** Of the statement. */
  id: z.string(),
  said: z.array(z.object({ id: z.string(), text: z.string(), also: z.number() })),
})
export type OtherVoicesView = z.infer<typeof OtherVoicesView>
