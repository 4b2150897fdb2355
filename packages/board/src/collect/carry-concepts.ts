import type { RecordId } from '@stip/primitives'
import type { MergeDraft } from '../merge/merge-draft.ts'
import { inReadingOrder } from '../outline/reading-order.ts'
import { parentOf } from '../merge/page-places.ts'
import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import { pageId } from '../zone.ts'
import { isCard } from './cards.ts'
import type { CollectPlace } from './collect-input.ts'
import type { VisionRoom } from './vision-room.ts'

/**
 * Takes along what people wrote on the vision itself in an earlier step, as sentences that
 * storytellers drafted. Gives the zones in which such sentences stand: there the sentences of
 * groups, from which they were made, do not come as well.
 */
export function carryConcepts(
  draft: MergeDraft,
  room: VisionRoom,
  places: readonly CollectPlace[],
): ReadonlySet<RecordId> {
  const spokenFor = new Set<RecordId>()
  for (const { what, zone, from } of places) {
    const concepts = what === 'sentences' ? from.filter((source) => room.has(source)) : []
    if (concepts.length === 0) continue
    for (const { record } of written(draft, room, concepts)) {
      const width = widthIn(record, room.roomIn(zone).w)
      const { w, h } = room.geometry.boundsOf({
        ...record,
        props: { ...record.props, ...width },
      }) as Bounds
      const { x, y } = room.take(zone, { w, h })
      const wide = width.w !== undefined && { 'p.w': width.w }
      const fields = { xy: [x, y], 'm.zone': zone, ...wide }
      draft.change({ kind: 'change', id: record.id, fields })
      draft.count('added', record, undefined)
      spokenFor.add(zone)
    }
    const own = written(draft, room, [zone]).filter(({ isCopy }) => !isCopy)
    if (own.length > 0) spokenFor.add(zone)
  }
  return spokenFor
}

/** A text is as wide as its zone; anything else stays what it is. */
function widthIn({ type, props: { scale } }: BoardRecord, width: number): { readonly w?: number } {
  return type === 'text' ? { w: width / (typeof scale === 'number' ? scale : 1) } : {}
}

/** What is written in zones of the vision, as one reads it. */
function written(
  draft: MergeDraft,
  room: VisionRoom,
  zones: readonly RecordId[],
): readonly { readonly record: BoardRecord; readonly isCopy: boolean }[] {
  const found = [...draft.before.values()].filter(
    ({ record, isGone, isTemplate }) =>
      !isGone &&
      !isTemplate &&
      isCard(record) &&
      parentOf(record) === pageId &&
      zones.includes(room.zoneOf(record) ?? ''),
  )
  return inReadingOrder(
    found.map(({ record, sources }) => ({ record, isCopy: sources.length > 0 })),
    ({ record }) => room.geometry.boundsOf(record) as Bounds,
    ({ record }) => record.id,
  )
}
