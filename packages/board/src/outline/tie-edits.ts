import type { RecordId } from '@stip/primitives'
import { geometryOf } from '../bounds.ts'
import { ZonePage } from '../zone-layout/zone-page.ts'
import { arrowRecords } from './arrow-records.ts'
import { indexOnTop } from './index-key.ts'
import { none } from './outline-edits.ts'
import type { Board, OutlineEdit } from './outline-edits.ts'
import { NOTE_SCALES } from './placing.ts'

/** An arrow from one thing to another. */
export function connect(
  board: Board,
  tie: { readonly from: RecordId; readonly to: RecordId; readonly label: string },
  id: RecordId,
): OutlineEdit {
  const geometry = geometryOf(board)
  const [from, to] = [tie.from, tie.to].map((name) => {
    const record = board.find((one) => one.id === name)
    const place = record && geometry.boundsOf(record)
    return place && { x: place.x + place.w / 2, y: place.y + place.h / 2 }
  })
  if (from === undefined || to === undefined || tie.from === tie.to) return none
  const spot = { ...from, scale: NOTE_SCALES[0] ?? 1 }
  const page = ZonePage.ofShown(board)
  const arrow = arrowRecords({ ...tie, id, spot, end: to, index: indexOnTop(board) })
  return { ...none, create: arrow.map((record) => page.toPaper(record)) }
}
