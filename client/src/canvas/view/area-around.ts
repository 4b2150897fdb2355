import type { ZoneShape } from '@stip/documents'
import type { Box, Editor, VecLike } from 'tldraw'

/** The smallest zone in which a place lies; undefined beside all zones. */
export function areaAround(editor: Editor, place: VecLike): Box | undefined {
  return editor
    .getCurrentPageShapes()
    .filter((shape): shape is ZoneShape => shape.type === 'zone' && isArea(shape as ZoneShape))
    .flatMap((zone) => editor.getShapePageBounds(zone) ?? [])
    .filter((bounds) => bounds.containsPoint(place))
    .toSorted((one, other) => one.w * one.h - other.w * other.h)[0]
}

function isArea({ props }: ZoneShape): boolean {
  return props.style !== 'label'
}
