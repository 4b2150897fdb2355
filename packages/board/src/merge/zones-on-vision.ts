import type { Json, RecordId } from '@stip/primitives'
import { fieldsOf } from '../fields.ts'
import type { Layout } from './lanes.ts'
import { labelId, labelIndex, laneIndex } from './merge-ids.ts'
import { memory } from './merge-memory.ts'
import type { BoardRecord, Fields, Source, StoredRecord } from '../record.ts'
import type { SourceView } from '../source-view.ts'
import { pageId, zoneRecord } from '../zone.ts'

/** A lane or label as it should be on the vision. */
export interface VisionZone {
  readonly record: BoardRecord
  /** A lane stands for the whole page of a group board, a label for one zone on it. */
  readonly source: Omit<Source, 'revision'>
  readonly base: Fields
}

/** All lanes, and for every zone of the steps a label at the same place in the lane. */
export function zonesOnVision(
  views: readonly SourceView[],
  layout: Layout,
  vision: ReadonlyMap<RecordId, StoredRecord>,
): readonly VisionZone[] {
  // New ones count on from what is there: the order of what is there never changes.
  let [laneCount, labelCount] = [countOf(vision, 'lane'), countOf(vision, 'label')]
  const zones: VisionZone[] = []
  for (const view of views) {
    const { board, group } = view
    const lanes = layout.lanes.get(view) ?? []
    for (const { id, offset, left, right } of lanes) {
      const record = zoneRecord({
        id,
        x: left + offset,
        y: layout.top,
        w: right - left,
        h: layout.height,
        title: group.name,
        question: '',
        color: group.color,
        style: 'lane',
        letter: group.letter,
        index: laneIndex(vision.has(id) ? 0 : laneCount++),
      })
      const source = { board, record: pageId, group: group.id }
      zones.push({ record, source, base: { [memory.lane]: [offset, left, right] } })
    }
    for (const zone of view.zones.values()) {
      const id = labelId(board, zone.id)
      const record = zoneRecord({
        id,
        x: number(zone['x']) + (lanes[0]?.offset ?? 0),
        y: number(zone['y']),
        w: number(zone.props['w']),
        h: number(zone.props['h']),
        title: text(zone.props['title']),
        question: '',
        color: group.color,
        style: 'label',
        letter: group.letter,
        index: labelIndex(vision.has(id) ? 0 : labelCount++),
      })
      const source = { board, record: zone.id, group: group.id }
      zones.push({ record, source, base: fieldsOf(zone) })
    }
  }
  return zones
}

function countOf(vision: ReadonlyMap<RecordId, StoredRecord>, style: 'lane' | 'label'): number {
  let count = 0
  for (const { record, isTemplate } of vision.values()) {
    if (isTemplate && record.type === 'zone' && record.props['style'] === style) count++
  }
  return count
}

function number(value: Json | undefined): number {
  return typeof value === 'number' ? value : 0
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
