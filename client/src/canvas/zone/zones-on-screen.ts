import type { Area } from '@stip/api'
import { freeRoom, ZonePage } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import type { ZoneShape } from '@stip/documents'
import { Box } from 'tldraw'
import type { Editor } from 'tldraw'
import { boardRecordOf } from '../binding/shared-record.ts'
import { perEditor } from '../setup/per-editor.ts'

/** The zones of a board, found without looking at all that is on it. */
const zonesOf = perEditor((editor) =>
  editor.store.query.records('shape', () => ({ type: { eq: 'zone' } })),
)

/** The zones as they are shown now. */
export function zonesOn(editor: Editor): readonly ZoneShape[] {
  return zonesOf(editor).get() as unknown as readonly ZoneShape[]
}

/** Where the area of a step is now, which the server knows as it was before zones grew. */
export function areaShown(editor: Editor, area: Area): Area {
  return ZonePage.ofShown(zonesOn(editor).map(boardRecordOf)).areaShown(area)
}

/** Everything on the page, as the packages that do not know tldraw call it. */
export function recordsOn(editor: Editor): readonly BoardRecord[] {
  return editor.getCurrentPageShapes().map(boardRecordOf)
}

/** The zone to work in of which a person sees most; undefined when none is in sight. */
export function zoneInView(editor: Editor): ZoneShape | undefined {
  const view = editor.getViewportPageBounds()
  const seen = zonesOn(editor)
    .filter(({ props }) => props.style === 'area')
    .map((zone) => ({ zone, share: shareIn(view, boundsOf(zone)) }))
    .filter(({ share }) => share > 0)
  return seen.toSorted((one, other) => other.share - one.share)[0]?.zone
}

/** The smallest zone to work in at a place of the page. */
export function zoneAt(editor: Editor, point: { x: number; y: number }): ZoneShape | undefined {
  return zonesOn(editor)
    .filter((zone) => zone.props.style === 'area' && boundsOf(zone).containsPoint(point))
    .toSorted((one, other) => one.props.w * one.props.h - other.props.w * other.props.h)[0]
}

/** Where the words of a zone end, on the page. */
export function headingBottom(zone: ZoneShape): number {
  return freeRoom(boardRecordOf(zone)).y
}

function boundsOf({ x, y, props }: ZoneShape): Box {
  return new Box(x, y, props.w, props.h)
}

/** How much of what one sees is this zone; of zones that are as large, the one nearest to the middle. */
function shareIn(view: Box, zone: Box): number {
  const w = Math.min(view.maxX, zone.maxX) - Math.max(view.x, zone.x)
  const h = Math.min(view.maxY, zone.maxY) - Math.max(view.y, zone.y)
  if (w <= 0 || h <= 0) return 0
  return w * h - zone.center.dist(view.center) / 1e6
}
