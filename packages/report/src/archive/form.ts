import { z } from 'zod'

/** The form of an archive. Another form has another name, so that nobody reads one as the other. */
export const ARCHIVE_FORM = 'stip-archive/1'

const Hash = z.string().regex(/^[\da-f]{64}$/)
const Count = z.number().int().min(0)

/** A file of an archive. */
const ListedFile = z.strictObject({
  path: z.string().min(1).max(400),
  bytes: Count,
  sha256: Hash,
  mediaType: z.string().max(100),
  /** What another Stip reads, what people read, or what is told of the others. */
  use: z.enum(['data', 'readable', 'metadata']),
})
export type ListedFile = z.infer<typeof ListedFile>

/** What is in an archive: every file but this one, with its hash. */
export const Manifest = z.strictObject({
  form: z.literal(ARCHIVE_FORM),
  madeAt: z.iso.datetime(),
  session: z.strictObject({ id: z.string().min(1).max(64), title: z.string().max(1000) }),
  files: z.array(ListedFile).max(20_000),
  /** What does not come along, in words. */
  leftOut: z.array(z.string().max(1000)).max(20),
})
export type Manifest = z.infer<typeof Manifest>

const Id = z.string().regex(/^[\w-]{1,64}$/)
const Time = z.number().finite()

/** What happened, in order. What each type of event holds, is a matter of the workshop. */
export const EventsFile = z.array(
  z.strictObject({
    sequence: Count,
    revision: Count,
    at: Time,
    by: z.enum(['facilitator', 'observer', 'wall', 'participant', 'scribe', 'newcomer', 'server']),
    who: Id.optional(),
    event: z.looseObject({ type: z.string().max(64) }),
  }),
)
export type EventsFile = z.infer<typeof EventsFile>

/** What is kept beside the boards. */
export const HistoryFile = z.strictObject({
  periods: z.array(
    z.strictObject({ number: Count, position: z.number().int(), isNamed: z.boolean() }),
  ),
  merges: z.array(z.strictObject({ number: Count, state: z.enum(['done', 'undone']), at: Time })),
  versions: z.array(
    z.strictObject({ number: z.string().regex(/^[\d.]{1,16}$/), hash: Hash, at: Time }),
  ),
  images: z.array(
    z.strictObject({
      name: z.string().regex(/^[\da-f]{64}\.(?:webp|png|jpg)$/),
      boards: z.array(Id),
    }),
  ),
  boards: z.array(Id),
})
export type HistoryFile = z.infer<typeof HistoryFile>

/** What is kept of one board beside its document. */
export const BoardFile = z.strictObject({
  /** Who wrote with which Yjs client, where everything that it wrote was written with names. */
  owners: z.array(z.tuple([Count, Id])),
  marks: z.array(
    z.strictObject({ at: Time, period: Count, clocks: z.array(z.tuple([Count, Count])) }),
  ),
  lateWork: z.array(z.strictObject({ client: Count, first: Count, last: Count })),
  moments: z.array(
    z.strictObject({
      number: Count,
      at: Time,
      reason: z.looseObject({ kind: z.string().max(40) }),
      isNamed: z.boolean(),
      /** A state vector of Yjs, in base64. */
      clocks: z.string().max(1_000_000),
    }),
  ),
})
export type BoardFile = z.infer<typeof BoardFile>

/** What a merge did, record by record, so that it can be undone. */
export const MergeFile = z.strictObject({
  applied: z.array(z.looseObject({})),
  beside: z.array(z.looseObject({})).nullable(),
})
export type MergeFile = z.infer<typeof MergeFile>
