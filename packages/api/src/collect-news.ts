import { z } from 'zod'

export const CollectNewsAnswer = z.object({
  /** Of each group that made something since; the others are left out. */
  groups: z.array(
    z.object({
      groupId: z.string(),
      added: z.number(),
      updated: z.number(),
      withdrawn: z.number(),
      /** Texts and looks that the vision and the group both changed. */
      kept: z.number(),
      /** Whether it drew something. */
      hasDrawn: z.boolean(),
    }),
  ),
})
/** What groups made since the vision last collected: what merging now would bring. */
export type CollectNewsAnswer = z.infer<typeof CollectNewsAnswer>
