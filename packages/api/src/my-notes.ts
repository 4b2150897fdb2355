import { makerAnswers, RecordName, TypedText } from '@stip/workshop'
import { z } from 'zod'

/** What the maker of a note says of a statement that is made from it. */
const MakerAnswer = z.enum(makerAnswers)

/** A note that somebody wrote, and what became of it. */
export const MyNote = z.object({
  note: z.object({
    board: z.string(),
    record: z.string(),
    /** What it says now; '' of what was taken away, and on a board that they may not read now. */
    text: z.string(),
    groupLetter: z.string(),
  }),
  state: z.enum(['on-board', 'on-vision', 'in-statement', 'withdrawn', 'taken-away']),
  /** How many other cards lie on its stack, and of which groups those on it are. */
  stackedWith: z.number(),
  letters: z.array(z.string()),
  /** The name of its cluster, which may be ''; null in none. */
  cluster: z.string().nullable(),
  statements: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      list: z.enum(['shared', 'offer', 'ask', 'difference', 'open']),
      /** Which card on the vision it is made from; null where it is the note itself. */
      card: z.string().nullable(),
      /** What they said of it; null when nothing. */
      said: z.object({ answer: MakerAnswer, text: z.string() }).nullable(),
    }),
  ),
  /** Numbers of the saved versions in which a statement is made from it. */
  versions: z.array(z.string()),
  /** "Niet gebruikt, omdat …"; ''. */
  why: z.string(),
})
export type MyNote = z.infer<typeof MyNote>

/** Where the notes of somebody are ("Waar is mijn briefje?"), for them and nobody else. */
export const MyNotesAnswer = z.object({ notes: z.array(MyNote) })
export type MyNotesAnswer = z.infer<typeof MyNotesAnswer>

/** What somebody says of a statement that is made from their note; it replaces what they said before. */
export const VerifyBody = z.object({
  card: RecordName,
  statement: RecordName,
  answer: MakerAnswer,
  /** What it should say, with 'different'. */
  text: TypedText.default(''),
})
export type VerifyBody = z.input<typeof VerifyBody>
