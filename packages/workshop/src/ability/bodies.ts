import { z } from 'zod'

/** What stands in a command besides its type, as a screen may send it. */
export type Body<Command> = {
  readonly [Field in Exclude<keyof Command, 'type'>]: z.ZodType<Command[Field]>
}

/** Of anything in a session. */
export const Id = z.string().min(1).max(64)

/** What somebody typed; how long it may be the ability says, in a refusal that people can read. */
export const TypedText = z.string().max(10_000)
