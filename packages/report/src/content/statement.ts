import { z } from 'zod'
import { Card, Count, Words } from './pieces.ts'

/** Which list of the vision a statement stands in. */
export const StatementList = z.enum(['shared', 'offer', 'ask', 'difference', 'open'])
export type StatementList = z.infer<typeof StatementList>

/** "Kun je hiermee leven?": how many answered what, and why; never who. */
export const Consent = z.strictObject({
  /** How many people were asked. */
  asked: Count,
  yes: Count,
  yesBut: Count,
  no: Count,
  reasons: z.array(z.strictObject({ answer: z.enum(['yes', 'yes-but', 'no']), text: Words })),
})
export type Consent = z.infer<typeof Consent>

/** Another voice (ander geluid): the own words of somebody who cannot live with the statement. */
export const OtherVoice = z.strictObject({
  text: Words,
  /** How many others pressed "Ik ook". */
  meToo: Count,
})
export type OtherVoice = z.infer<typeof OtherVoice>

/** What somebody would change in a draft. */
export const Critique = z.strictObject({
  text: Words,
  /** How many people carry it. */
  carriedBy: Count,
  /** What was done with it; null: it is kept as it is, without an answer. */
  answer: Words.nullable(),
})
export type Critique = z.infer<typeof Critique>

/** A statement (uitspraak) of the vision, with everything that belongs to it. */
export const Statement = z.strictObject({
  /** Stays the same from version to version. */
  id: Words,
  list: StatementList,
  text: Words,
  sources: z.array(Card),
  /** Marked "zonder bron": people knew that it comes from no card. */
  isWithoutSource: z.boolean(),
  /** Null: nobody was asked. */
  consent: Consent.nullable(),
  otherVoices: z.array(OtherVoice),
  critiques: z.array(Critique),
})
export type Statement = z.infer<typeof Statement>
