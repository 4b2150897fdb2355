import { Dots, Id, questionLimits, sentCommands, TypedText } from '@stip/workshop'
import type { SentCommand } from '@stip/workshop'
import { z } from 'zod'

const RecordId = z.string().min(1).max(200)

/** Things on the boards of groups. */
const Cards = z
  .array(z.object({ boardId: Id, recordId: RecordId }))
  .min(1)
  .max(500)

/** What the server carries out: on boards, or on ballots. */
const boardCommands = [
  /** Without `leads` everybody is led to the vision, as who merges at the end of group work wants it. */
  z.object({ type: z.literal('merge'), leads: z.boolean().optional() }),
  z.object({ type: z.literal('undo-merge') }),
  /** Keeps the vision as a version that never changes; what the room is asked is closed first. */
  z.object({ type: z.literal('save-version') }),
  /** Puts cards of group boards on the vision; without a zone in the column of their group. */
  z.object({ type: z.literal('bring-cards'), cards: Cards, zoneId: RecordId.optional() }),
  z.object({ type: z.literal('put-cards-back'), cards: Cards }),
  /** Of words on the vision that a group changed as well: which stand; 'open' takes the choice back. */
  z.object({
    type: z.literal('choose-words'),
    recordId: RecordId,
    words: z.enum(['ours', 'theirs', 'open']),
  }),
  z.object({
    type: z.literal('restore-board'),
    boardId: Id,
    /** The number of the moment that the board goes back to. */
    moment: z.number().int().min(1),
  }),
  z.object({
    type: z.literal('undo-restore'),
    boardId: Id,
    /** The `moment` that 'restore-board' answered. */
    moment: z.number().int().min(1),
  }),
  z.object({
    type: z.literal('take-away'),
    boardId: Id,
    recordId: RecordId,
    /** For who wrote it. */
    reason: TypedText,
  }),
  z.object({ type: z.literal('put-back'), id: Id }),
  /** Asks the room about what stands on a board; without records about all that is to be asked about there. */
  z.object({
    type: z.literal('ask-about'),
    topic: z.enum(['recognition', 'consent', 'critique', 'poll']),
    /** The vision, when it is left out. */
    boardId: Id.optional(),
    records: z.array(RecordId).min(1).max(questionLimits.items).optional(),
    /** Of a poll, which has dots then. */
    dots: Dots.optional(),
  }),
  z.object({ type: z.literal('close-question'), questionId: Id }),
] as const

/** A command that the server carries out on boards or ballots. */
export type BoardCommand = z.infer<(typeof boardCommands)[number]>

/** A command of the session, or one that the server carries out on boards. */
export type ClientCommand = SentCommand | BoardCommand

type CommandSchema = z.ZodObject<{ type: z.ZodLiteral<ClientCommand['type']> }>

/** Every command that can be sent, each as an object with its type. */
export const clientCommands = [...sentCommands, ...boardCommands] as unknown as readonly [
  CommandSchema,
  ...CommandSchema[],
]

export const CommandBody = z.object({
  /** Made by the sender; the same key twice is carried out once. Of signs that every store keeps as they are. */
  key: z.string().regex(/^[!-~]{8,64}$/),
  /** The `sessionRevision` of the view on the sender's screen. */
  seenRevision: z.number().int(),
  command: z.discriminatedUnion('type', clientCommands) as unknown as z.ZodType<ClientCommand>,
})
export type CommandBody = z.infer<typeof CommandBody>

export const CommandAnswer = z.object({
  revision: z.number(),
  /** For 'merge' and 'undo-merge': what happened, to tell people. */
  merge: z
    .object({
      added: z.number(),
      updated: z.number(),
      withdrawn: z.number(),
      unchanged: z.number(),
      kept: z.number(),
    })
    .optional(),
  /** For 'restore-board': the moment kept just before, and how many records changed. */
  restore: z.object({ moment: z.number(), changed: z.number() }).optional(),
  /** For 'take-away': what 'put-back' asks for. */
  takenAway: z.object({ id: Id }).optional(),
  /** For what was decided about cards on the vision: what 'undo-arrangement' asks for. */
  arrangement: z.number().optional(),
  /** For 'save-version': which it is, and whether anything changed since the last. */
  version: z.object({ number: z.string(), isNew: z.boolean() }).optional(),
  /** For 'ask' and 'ask-about'. */
  asked: z.object({ questionId: Id }).optional(),
})
export type CommandAnswer = z.infer<typeof CommandAnswer>
