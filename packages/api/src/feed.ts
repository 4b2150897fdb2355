import { listParts } from '@stip/workshop'
import { z } from 'zod'
import { BoardView, PersonView, SessionView, StepView, ZoneView } from './session.ts'

/**
 * What of a view is written before the evening and never changes in it. It is got once, by the
 * hash of its content (`SessionParts.agenda`), and kept by the browser.
 */
export const AgendaTexts = SessionView.pick({
  agendaTitle: true,
  agendaMinutes: true,
  backgrounds: true,
}).extend({ steps: z.array(StepView.omit({ zones: true })) })
export type AgendaTexts = z.infer<typeof AgendaTexts>

const StepZones = z.object({
  /** Of the step. */
  id: z.string(),
  zones: z.array(ZoneView),
})

/** What of a view may change, each part by its name. */
export const SessionParts = SessionView.omit({
  agendaTitle: true,
  agendaMinutes: true,
  backgrounds: true,
  steps: true,
  revision: true,
  sessionRevision: true,
  now: true,
}).extend({
  /** The hash of the texts that go with it; see `AgendaTexts`. */
  agenda: z.string(),
  /** Of steps that were opened and have any. */
  zones: z.array(StepZones),
})
export type SessionParts = z.infer<typeof SessionParts>

/** Of a list whose items have ids only those that changed travel; an id alone is of one that is no more. */
const changed = <Item extends z.ZodType>(items: z.ZodArray<Item>) =>
  z.array(z.union([items.element, z.string()])).optional()

const ChangedItems = z.object({
  boards: changed(z.array(BoardView)),
  groups: changed(SessionParts.shape.groups),
  people: changed(z.array(PersonView)),
  zones: changed(SessionParts.shape.zones),
  ...Object.fromEntries(
    listParts.map((name) => [name, changed(z.array(z.looseObject({ id: z.string() })))]),
  ),
})

/** Parts as they are now; null is one that is no more. */
const ChangedParts = z.object(
  Object.fromEntries(
    Object.entries(SessionParts.shape).map(([name, part]) => [name, part.nullish()]),
  ) as {
    [Name in keyof typeof SessionParts.shape]: z.ZodOptional<
      z.ZodNullable<(typeof SessionParts.shape)[Name]>
    >
  },
)

/**
 * The parts that a screen lacks. What comes for all who share a part is the same bytes; what is
 * meant to be shown at once comes as several messages, all but the last with `more`.
 */
export const PartsMessage = z.object({
  type: z.literal('parts'),
  /** What the screen had is of no use: this begins anew. To be named, with the revision, when it comes again. */
  key: z.string().optional(),
  /** As in `SessionView`; left out where an earlier message of the same showing has it. */
  revision: z.number().optional(),
  sessionRevision: z.number().optional(),
  now: z.number().optional(),
  more: z.literal(true).optional(),
  set: ChangedParts.optional(),
  /** Changed items of lists: each in the place of the one that was there, else behind all others. */
  items: ChangedItems.optional(),
})
export type PartsMessage = z.infer<typeof PartsMessage>

/** The same over plain HTTP. */
export const PartsAnswer = z.array(PartsMessage)
export type PartsAnswer = z.infer<typeof PartsAnswer>

/** What the feed sends over its WebSocket, as JSON text frames. */
export const FeedMessage = z.discriminatedUnion('type', [
  PartsMessage,
  /** Only to pages of before there were parts. */
  z.object({ type: z.literal('session'), view: SessionView }),
  z.object({ type: z.literal('still-here') }),
])
export type FeedMessage = z.infer<typeof FeedMessage>
