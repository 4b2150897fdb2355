import { z } from 'zod'
import { allAbilities } from './any-ability.ts'

/** A command as a screen sends it, of every type that screens may send. */
export const sentCommands: readonly z.ZodObject<{ type: z.ZodLiteral<string> }>[] =
  allAbilities.flatMap(({ commands }) =>
    Object.entries(commands).flatMap(([type, rule]) =>
      rule?.body === undefined ? [] : [z.object({ type: z.literal(type), ...rule.body })],
    ),
  )
