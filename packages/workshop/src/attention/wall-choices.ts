import { z } from 'zod'
import { Id } from '../ability/bodies.ts'

/** `WallChoice`, as it travels. */
export const WallChoices = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('auto') }),
  z.object({ kind: z.literal('code') }),
  z.object({ kind: z.literal('board'), boardId: Id }),
])
