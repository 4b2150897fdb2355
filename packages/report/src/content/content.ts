import { z } from 'zod'
import { Lens } from './lens.ts'
import { Participation } from './participation.ts'
import { Card, Count, Group, Hash, PictureReference, Words } from './pieces.ts'
import { Statement } from './statement.ts'

/** The form of what is kept. Another form has another name, so that old hashes keep their meaning. */
export const CONTENT_FORM = 'stip-vision/1'

/** A cluster (groepje) with its name. */
const Cluster = z.strictObject({ name: Words, cards: z.array(Card) })

/** A card that is in no statement, with the honest reason. */
const NotUsed = z.strictObject({
  card: Card,
  /** Null: nobody gave a reason. */
  why: Words.nullable(),
})

/** A drawing of the horizon (stip) of a group. */
const Drawing = z.strictObject({
  group: Group,
  /** What the group says with it. */
  sentence: Words,
  /** What there is to be seen, in words. Empty: nobody described it. */
  description: Words,
  picture: PictureReference.nullable(),
})

/** A question of the register. */
const Question = z.strictObject({
  number: Words,
  text: Words,
  owner: Words.nullable(),
  /** When the answer is due. */
  due: z.iso.date().nullable(),
  answer: Words.nullable(),
})

/** "Hoor je jezelf terug?", from 1 to 5. */
const Heard = z.strictObject({
  asked: Count,
  /** How many gave one point, two points, and so on. */
  points: z.tuple([Count, Count, Count, Count, Count]),
})

/**
 * Everything that a saved version (bewaarde versie) of a vision holds, and all that its documents are made of.
 * Nothing of it is a name of a person. What is not known is null: there is one way to say so, so that there is
 * one hash.
 */
export const VisionContent = z.strictObject({
  form: z.literal(CONTENT_FORM),
  session: z.strictObject({
    title: Words,
    /** As people say it: "gemeente Sterrenveld". */
    municipality: Words.nullable(),
    date: z.iso.date(),
    /** The title of the draaiboek. */
    agenda: Words,
  }),
  version: z.strictObject({
    number: z.string().regex(/^[1-9]\d*(?:\.[1-9]\d*)?$/),
    /** A version is what a room made, never what somebody with a mandate decided. */
    isDecision: z.literal(false),
    /** The hash of the version before; null: this is the first. */
    previous: Hash.nullable(),
  }),
  savedAt: z.iso.datetime(),
  participation: Participation,
  statements: z.array(Statement),
  clusters: z.array(Cluster),
  /** What one group alone had. */
  unique: z.array(Card),
  notUsed: z.array(NotUsed),
  /** What people took back after it came onto the vision; how many, for what they said is theirs. */
  withdrawn: Count,
  drawings: z.array(Drawing),
  questions: z.array(Question),
  heard: Heard.nullable(),
  lens: Lens.nullable(),
  boards: z.array(z.strictObject({ name: Words, picture: PictureReference.nullable() })),
})
export type VisionContent = z.infer<typeof VisionContent>
export type Question = VisionContent['questions'][number]
export type Drawing = VisionContent['drawings'][number]

/**
 * A content with every half sign replaced by U+FFFD: who types the first half of an emoji, and no more, must
 * not keep anybody from saving.
 *
 * @throws {z.ZodError} When it is no content.
 */
export function visionContent(given: VisionContent): VisionContent {
  return VisionContent.parse(wellFormed(given))
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map((each) => wellFormed(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, wellFormed(each)]))
}
