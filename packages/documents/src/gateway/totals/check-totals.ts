import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import { recordMap } from '../../schema/layout.ts'
import type { RecordMap } from '../../schema/layout.ts'
import { createdFields, isGone } from '../../record/read-record.ts'
import { totalsOf } from './board-totals.ts'
import type { BoardTotals, OwnerOf } from './board-totals.ts'
import type { Findings } from '../findings.ts'
import type { RefusalReason } from '../refusal.ts'
import { totalLimits } from './total-limits.ts'
import type { TotalLimits } from './total-limits.ts'
import { isWeightless, valueWeight } from './weights.ts'
import { entryCount } from '../structs/yjs-internals.ts'

/** Whose part of a board an update counts towards. */
export interface Share {
  readonly identity: string
  /** The same function for as long as a document lives. */
  readonly ownerOf: OwnerOf
  /** Left out for whom the board has only one bound, that of all together. */
  readonly isBounded: boolean
}

interface TotalRules {
  readonly totals?: TotalLimits
  readonly share?: Share
}

interface Problem {
  readonly reason: RefusalReason
  readonly records: readonly RecordId[]
}

/**
 * Says whether an update, good in all else, would make a board or the part of one person too large.
 * What makes nothing larger never does. The work is in proportion to the update; yields now and then.
 *
 * @param clients - Who wrote what is new in it.
 */
export function* problemWithTotals(
  document: Y.Doc,
  findings: Findings,
  clients: readonly number[],
  { totals: limits = totalLimits, share }: TotalRules,
): Generator<void, Problem | undefined> {
  const { created, weight, fields, emptied, revived } = findings
  // Typing writes no fields.
  const writesFields = created.size + fields.length + emptied.length + revived.size > 0
  const full = writesFields ? yield* fullRecord(document, findings, limits) : undefined
  if (full !== undefined) return { reason: 'record-is-full', records: [full] }
  const switched = writesFields ? switchedRecords(findings) : none
  yield
  if (created.size === 0 && weight === 0 && switched.size === 0) return undefined
  const totals = totalsOf(document, share?.ownerOf)
  const returning = switched.size === 0 ? [] : returningRecords(document, findings)
  const problem =
    problemWithBoard(totals, findings, returning.length, limits) ??
    (share?.isBounded === true
      ? problemWithShare(totals, findings, { ...share, returning: own(returning, share) }, limits)
      : undefined)
  if (problem !== undefined) return problem
  totals.expect({
    client: clients[0],
    identity: share?.identity,
    created: created.size,
    weight,
    records: created.size === 0 ? switched : new Set([...switched, ...created.keys()]),
  })
  return undefined
}

function problemWithBoard(
  totals: BoardTotals,
  { created, weight }: Findings,
  returning: number,
  limits: TotalLimits,
): Problem | undefined {
  const appearing = created.size + returning
  if (appearing > 0 && totals.live + appearing > limits.liveRecords) {
    return { reason: 'board-is-full', records: [] }
  }
  const isUsedUp =
    (created.size > 0 && totals.records + created.size > limits.allRecords) ||
    (weight > 0 && totals.weight + weight > limits.weight)
  return isUsedUp ? { reason: 'board-is-used-up', records: [] } : undefined
}

/** The client cannot know this by itself, so it is told what found no place. */
function problemWithShare(
  totals: BoardTotals,
  { created, weight, fields, textGrowth }: Findings,
  { identity, returning }: Share & { readonly returning: readonly RecordId[] },
  { person }: TotalLimits,
): Problem | undefined {
  const { live, records, weight: own } = totals.of(identity)
  if (returning.length > 0 && live + created.size + returning.length > person.liveRecords) {
    return { reason: 'share-is-used-up', records: [...created.keys(), ...returning] }
  }
  const left = Math.max(0, Math.min(person.liveRecords - live, person.allRecords - records))
  if (created.size > left) {
    return { reason: 'share-is-used-up', records: [...created.keys()].slice(left) }
  }
  if (weight <= 0 || own + weight <= person.weight) return undefined
  const growing = fields.filter(({ key, value }) => valueWeight(value, key) > 0)
  return {
    reason: 'share-is-used-up',
    records: [
      ...new Set([...created.keys(), ...growing.map(({ record }) => record), ...textGrowth.keys()]),
    ],
  }
}

const none: ReadonlySet<RecordId> = new Set()
/** New records that are looked at before others may go. */
const AT_A_TIME = 200

/** Records that an update may hide or bring back. */
function switchedRecords({ fields, revived }: Findings): Set<RecordId> {
  const switched = new Set(revived)
  for (const { record, key } of fields) if (key === 'gone') switched.add(record)
  return switched
}

interface Returning {
  readonly id: RecordId
  /** The client id that made it. */
  readonly maker: number | undefined
}

/** Those that a person made; what others made is theirs, whoever brings it back. */
function own(returning: readonly Returning[], { identity, ownerOf }: Share): RecordId[] {
  return returning.flatMap(({ id, maker }) =>
    maker !== undefined && ownerOf(maker) === identity ? [id] : [],
  )
}

/** Records that are gone and that the update may bring back, whichever of its writes will win. */
function returningRecords(
  document: Y.Doc,
  { fields, revived, created }: Findings,
): readonly Returning[] {
  const shown = new Set(revived)
  for (const { record, key, value } of fields) {
    if (key === 'gone' && value !== true) shown.add(record)
  }
  const returning: Returning[] = []
  for (const id of shown) {
    const map = created.has(id) ? undefined : recordMap(document, id)
    // oxlint-disable-next-line no-underscore-dangle -- who made a record is only known from inside
    if (map !== undefined && isGone(map)) returning.push({ id, maker: map._item?.id.client })
  }
  return returning
}

/** The first record that the update would give too many keys or too much metadata. */
function* fullRecord(
  document: Y.Doc,
  { created, fields, emptied }: Findings,
  limits: TotalLimits,
): Generator<void, RecordId | undefined> {
  for (const [record, keys] of newKeys(document, emptied, fields)) {
    const map = recordMap(document, record)
    // Of a key that was taken away the name stays.
    const count = keys.size + (map === undefined ? 0 : entryCount(map))
    if (count > limits.recordKeys) return record
  }
  const written = metaOf(fields)
  yield
  let looked = 0
  for (const [record, draft] of created) {
    if (++looked % AT_A_TIME === 0) yield
    const meta = new Map([...metaIn(draft.created), ...(written.get(record) ?? [])])
    if (meta.size > limits.metaKeys || weightOf(meta) > limits.metaWeight) return record
  }
  for (const [record, meta] of written) {
    if (hasTooMuch(recordMap(document, record), meta, limits)) return record
  }
  return undefined
}

/** Keys that a record never had; those that every record of a kind may have are few, and left out. */
function newKeys(
  document: Y.Doc,
  emptied: Findings['emptied'],
  fields: Findings['fields'],
): Map<RecordId, Set<string>> {
  const found = new Map<RecordId, Set<string>>()
  for (const { record, key } of [...emptied, ...fields.filter(isMeta)]) {
    if (isWeightless(key) || recordMap(document, record)?.has(key) === true) continue
    const keys = found.get(record) ?? new Set<string>()
    found.set(record, keys.add(key))
  }
  return found
}

function isMeta({ key }: { readonly key: string }): boolean {
  return key.startsWith('m.')
}

function hasTooMuch(
  map: RecordMap | undefined,
  written: ReadonlyMap<string, unknown>,
  limits: TotalLimits,
): boolean {
  if (map === undefined) return false
  const before = metaIn(createdFields(map))
  map.forEach((value, key) => {
    if (isMeta({ key })) before.set(key, value)
  })
  const after = new Map([...before, ...written])
  const [was, becomes] = [weightOf(before), weightOf(after)]
  return (
    (after.size > limits.metaKeys && after.size > before.size) ||
    (becomes > limits.metaWeight && becomes > was)
  )
}

/** The metadata that an update writes, by record. */
function metaOf(fields: Findings['fields']): Map<RecordId, Map<string, unknown>> {
  const found = new Map<RecordId, Map<string, unknown>>()
  for (const { record, key, value } of fields.filter(isMeta)) {
    const values = found.get(record) ?? new Map<string, unknown>()
    found.set(record, values.set(key, value))
  }
  return found
}

function metaIn(created: unknown): Map<string, unknown> {
  const meta = new Map<string, unknown>()
  if (typeof created !== 'object' || created === null) return meta
  for (const key of Object.keys(created)) {
    if (isMeta({ key })) meta.set(key, (created as Readonly<Record<string, unknown>>)[key])
  }
  return meta
}

function weightOf(meta: ReadonlyMap<string, unknown>): number {
  let weight = 0
  for (const [key, value] of meta) weight += key.length + valueWeight(value, key)
  return weight
}
