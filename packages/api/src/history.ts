import { z } from 'zod'

export const MomentReason = z.discriminatedUnion('kind', [
  /** The end of a step: the session went on to another. */
  z.object({ kind: z.literal('step'), title: z.string() }),
  z.object({ kind: z.literal('merge'), number: z.number() }),
  /** Ten minutes of work. */
  z.object({ kind: z.literal('minutes') }),
  /** Just before the board was put back to another moment. */
  z.object({ kind: z.literal('restore') }),
  z.object({ kind: z.literal('end') }),
])
/** Why a moment of a board was kept. */
export type MomentReason = z.infer<typeof MomentReason>

export const MomentView = z.object({
  /** Counts up on a board; gaps are moments that are no longer kept. */
  number: z.number(),
  /** Milliseconds since 1970. */
  at: z.number(),
  reason: MomentReason,
  /** False inside an anonymous step: what came when is the order of writing. */
  canPreview: z.boolean(),
})
/** A moment of a board that was kept. */
export type MomentView = z.infer<typeof MomentView>

/** Oldest first. */
export const MomentsAnswer = z.object({ moments: z.array(MomentView) })
export type MomentsAnswer = z.infer<typeof MomentsAnswer>

/** What stood on a board at a moment, as records of `@stip/board`. */
export const MomentRecords = z.object({
  records: z.array(
    z.object({ record: z.looseObject({}), isGone: z.boolean(), isTemplate: z.boolean() }),
  ),
})
export type MomentRecords = z.infer<typeof MomentRecords>

const Who = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), name: z.string(), number: z.number() }),
  z.object({ kind: z.literal('facilitator') }),
  /** The server: merging, putting back. */
  z.object({ kind: z.literal('stip') }),
])

export const Change = z.object({
  what: z.enum(['made', 'text', 'place', 'look', 'gone', 'back']),
  who: Who,
  /** To the minute, in milliseconds since 1970. */
  at: z.number(),
})
/** What somebody did to a note in a step with names. */
export type Change = z.infer<typeof Change>

export const Origin = z.object({
  /** Absent when the group is no longer there. */
  group: z.object({ letter: z.string(), name: z.string() }).optional(),
  /** What kind of shape it is: 'note', 'draw', … */
  type: z.string(),
  /** The words as they were when they were last merged. */
  text: z.string(),
  /** The words as they are on the board of the group now, where they differ and the asker may see that board. */
  textNow: z.string().optional(),
  /** The group took it off its own board; told only to who may see that board. */
  isWithdrawn: z.boolean(),
  /** As of {@link Provenance}; nothing for who may not see that board. */
  isAnonymous: z.boolean(),
  changes: z.array(Change),
  /** A scribe wrote it, for somebody without a phone. */
  isOfScribe: z.literal(true).optional(),
})
/** A note of a group that something on the vision came from. */
export type Origin = z.infer<typeof Origin>

export const Provenance = z.object({
  /** Some of it was made in an anonymous step: of that there is neither who nor when. */
  isAnonymous: z.boolean(),
  /** Oldest first. */
  changes: z.array(Change),
  /** The same of this itself; of a copy its origins say it. */
  isOfScribe: z.literal(true).optional(),
  origins: z.array(Origin),
})
/** "Waar komt dit vandaan?": who made and changed something on a board, and what it was merged from. */
export type Provenance = z.infer<typeof Provenance>
