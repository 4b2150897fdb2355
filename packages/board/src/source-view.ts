import type { RecordId } from '@stip/primitives'
import { geometryOf } from './bounds.ts'
import type { Geometry } from './bounds.ts'
import type { MergeGroup, SourceBoard } from './merge/merge-plan.ts'
import { compare, end } from './ends.ts'
import { nestingOf } from './nesting.ts'
import type { BoardRecord, StoredRecord } from './record.ts'

/** A group board as a merge sees it: what people can see on it now, sorted out. */
export interface SourceView {
  readonly board: string
  readonly group: MergeGroup
  /** What people made and did not delete: shapes, then the bindings and assets that those use. */
  readonly present: ReadonlyMap<RecordId, BoardRecord>
  /** Zones of the steps. */
  readonly zones: ReadonlyMap<RecordId, BoardRecord>
  /** For an arrow that is bound: the shape it is bound to, its start first. */
  readonly boundTo: ReadonlyMap<RecordId, RecordId>
  /** What shapes are nested in: other present shapes. What stands on the page is left out. */
  readonly nestedIn: ReadonlyMap<RecordId, RecordId>
  readonly geometry: Geometry
}

/** Views boards in the order of their letters, so that the order they were given in says nothing. */
export function viewSources(boards: readonly SourceBoard[]): readonly SourceView[] {
  return boards
    .map(viewSource)
    .toSorted(
      (one, other) =>
        compare(one.group.letter, other.group.letter) || compare(one.board, other.board),
    )
}

function viewSource({ board, group, records }: SourceBoard): SourceView {
  const sorted = records.toSorted((one, other) => compare(one.record.id, other.record.id))
  const live = sorted.filter((stored) => !stored.isGone)
  const made = live.filter((stored) => !stored.isTemplate).map((stored) => stored.record)
  const zones = new Map(live.filter(isZone).map(({ record }) => [record.id, record]))
  const shapes = new Map(made.filter(isShape).map((record) => [record.id, record]))
  const bindings = made.filter(
    (record) =>
      record.typeName === 'binding' &&
      shapes.has(end(record, 'fromId')) &&
      (shapes.has(end(record, 'toId')) || zones.has(end(record, 'toId'))),
  )
  const used = new Set([...shapes.values()].map((shape) => shape.props['assetId']))
  const assets = made.filter((record) => record.typeName === 'asset' && used.has(record.id))
  const boundTo = new Map<RecordId, RecordId>()
  for (const binding of bindings) {
    const from = end(binding, 'fromId')
    if (binding.props['terminal'] === 'start' || !boundTo.has(from)) {
      boundTo.set(from, end(binding, 'toId'))
    }
  }
  // A deleted parent still knows its place; what was in it stands where people last saw it.
  const geometry = geometryOf(
    shapes.values(),
    sorted.map(({ record }) => record),
  )
  const present = new Map(shapes)
  for (const record of [...assets, ...bindings]) present.set(record.id, record)
  return { board, group, present, zones, boundTo, nestedIn: nestingOf(shapes), geometry }
}

function isShape(record: BoardRecord): boolean {
  return record.typeName === 'shape'
}

function isZone({ record, isTemplate }: StoredRecord): boolean {
  return isTemplate && record.typeName === 'shape' && record.type === 'zone'
}
