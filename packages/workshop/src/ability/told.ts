import { z } from 'zod'
import { WallChoices } from '../attention/wall-choices.ts'
import { Id } from './bodies.ts'

/**
 * What somebody who leads is told afterwards of something that happened: whom and what it was about.
 * Never a person in what was anonymous.
 */
export const ToldAbout = z.object({
  /** Of a hand, or of what was taken away. */
  id: z.string().optional(),
  personId: Id.optional(),
  groupId: Id.optional(),
  boardId: Id.optional(),
  /** The moment of that board that was kept just before. */
  moment: z.number().optional(),
  /** Of a step; -1 is the waiting room. */
  position: z.number().optional(),
  /** The step that was left. */
  from: z.number().optional(),
  minutes: z.number().optional(),
  /** When it was done, where that is how it is known. */
  at: z.number().optional(),
  on: z.boolean().optional(),
  /** A name, a title, a reason or a role. */
  text: z.string().optional(),
  count: z.number().optional(),
  choice: WallChoices.optional(),
})
export type ToldAbout = z.infer<typeof ToldAbout>

/** What is told of each of these events. */
export type Tell<Event extends { readonly type: string }> = {
  readonly [Type in Event['type']]: (event: Extract<Event, { readonly type: Type }>) => ToldAbout
}
