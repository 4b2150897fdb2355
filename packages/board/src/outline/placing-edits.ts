import type { RecordId } from '@stip/primitives'
import { geometryOf } from '../bounds.ts'
import { parentOf } from '../merge/page-places.ts'
import type { Fields } from '../record.ts'
import { pageId } from '../zone.ts'
import { indexOnTop } from './index-key.ts'
import { inSection, none } from './outline-edits.ts'
import type { Board, OutlineEdit } from './outline-edits.ts'
import { freeSpot, NOTE_SCALES } from './placing.ts'
import type { Section } from './sections.ts'

/** Moves something under another heading. It comes out of a frame or group that stays behind. */
export function moveTo(board: Board, id: RecordId, section: Section): OutlineEdit {
  const record = board.find((one) => one.id === id)
  const geometry = geometryOf(board)
  const place = record && geometry.boundsOf(record)
  if (record === undefined || place === undefined) return none
  const own = typeof record.props['scale'] === 'number' ? record.props['scale'] : 1
  const canShrink = record.type === 'note'
  const scales = canShrink ? [own, ...NOTE_SCALES.filter((scale) => scale < own)] : [1]
  const unit = canShrink ? own : 1
  const size = { w: place.w / unit, h: place.h / unit }
  const spot = freeSpot(board, section, { ...size, scales, id })
  // What is turned does not begin at the corner of the space it takes.
  const { x, y, rotation } = geometry.placeOf(record)
  const shrunk = canShrink ? spot.scale / own : 1
  const paper = inSection(board, section, {
    ...record,
    parentId: pageId,
    x: spot.x + (x - place.x) * shrunk,
    y: spot.y + (y - place.y) * shrunk,
    rotation,
  })
  const fields: Fields = {
    ...(parentOf(record) !== pageId && { pi: [pageId, indexOnTop(board)], rotation }),
    ...(shrunk !== 1 && { 'p.scale': spot.scale }),
    xy: [paper['x'] ?? 0, paper['y'] ?? 0],
    ...(paper.meta !== record.meta && { 'm.zone': paper.meta['zone'] ?? null }),
  }
  return { ...none, change: new Map([[id, fields]]) }
}
