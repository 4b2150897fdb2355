import { MomentRecords } from '@stip/api'
import type { BoardRecord } from '@stip/board'
import { checkRecord, isOwnText, limits, readBoard, recordMaps } from '@stip/documents'
import type { RecordMap } from '@stip/documents'
import type { Session } from '@stip/workshop'
import * as Y from 'yjs'
import { z } from 'zod'
import { UNTOLD } from '../history/told-history.ts'

/** All that a document of a board may have at its top. */
const known: ReadonlySet<string> = new Set(['records', 'board'])

const Source = z.strictObject({
  board: z.string().max(64),
  record: z.string().max(200),
  revision: z.number(),
  group: z.string().max(64),
})
const Sources = z.array(Source)
const Fields = z.record(z.string(), z.unknown())

const Whole = z.number().int().min(0)
const Head = z.strictObject({
  generation: Whole.min(1).max(1_000_000).optional(),
  schema: Whole.optional(),
  closed: z.array(Whole).optional(),
})

/** What a merge did to a record, as far as undoing it counts on. */
const Applied = z.array(
  z.looseObject({
    id: z.string(),
    before: Fields.optional(),
    after: Fields,
    sourcesBefore: Sources,
    baseBefore: Fields.optional(),
  }),
)

/**
 * Whether the document of a board from elsewhere is one of Stip: it is whole, holds records that every screen can
 * draw and nothing beside them, and no more than a board takes; and who wrote on it is of its session.
 */
export function isGoodBoard(
  update: Uint8Array,
  { people }: Session,
  owners: readonly (readonly [client: number, owner: string])[],
): boolean {
  const writers = new Set(['server', 'facilitator', UNTOLD, ...people.all.map(({ id }) => id)])
  if (!owners.every(([, owner]) => writers.has(owner))) return false
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null
  if (!isWhole || ![...doc.share.keys()].every((name) => known.has(name))) return false
  if (!isGoodHead(doc.getMap('board')) || ![...recordMaps(doc).values()].every(holdsValues)) {
    return false
  }
  const records = readBoard(doc)
  if (records.length > limits.allRecords || records.length !== doc.getMap('records').size) {
    return false
  }
  return records.every(
    ({ record, sources, base }) =>
      checkRecord(record).ok &&
      Sources.safeParse(sources).success &&
      Fields.optional().safeParse(base).success,
  )
}

/** What holds for a whole board: numbers, and none beside those that Stip writes. */
function isGoodHead(board: Y.Map<unknown>): boolean {
  return Head.safeParse(board.toJSON()).success
}

/** Reading leaves out what is none of ours; a screen that binds an editor to the document does not. */
function holdsValues(record: unknown): boolean {
  if (!(record instanceof Y.Map)) return false
  return [...(record as RecordMap)].every(([key, value]) =>
    key === 't' && value instanceof Y.XmlFragment
      ? isOwnText(value)
      : !(value instanceof Y.AbstractType),
  )
}

/** Whether what stood on a board at a moment can be shown, and put back. */
export function isGoodMoment(json: unknown): boolean {
  const read = MomentRecords.safeParse(json)
  return (
    read.success &&
    read.data.records.every(({ record }) => checkRecord(record as unknown as BoardRecord).ok)
  )
}

/** Whether bytes say how far the clients of a board were. */
export function isGoodClocks(vector: Uint8Array): boolean {
  return Y.decodeStateVector(vector).size >= 0
}

/** Whether a merge that did this can be undone. */
export function isGoodApplied(applied: unknown): boolean {
  return Applied.safeParse(applied).success
}
