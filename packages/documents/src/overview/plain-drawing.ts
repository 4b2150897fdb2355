import type { BoardRecord } from '@stip/board'
import { localBounds } from '@stip/board'
import type { Json } from '@stip/primitives'
import { toRichText } from '@tldraw/tlschema'
import { rememberOwnShape } from '../files/tldraw/own-shapes.ts'

/** How thick the line of a horizon is on other boards, in px. */
const LINE = 6

/** A stip or a horizon as the shape of tldraw that comes nearest, for programs that know only those. */
export function asPlainDrawing(record: BoardRecord): BoardRecord {
  const { w, h } = localBounds(record)
  const isStip = record.type === 'stip'
  const noWords = toRichText('') as unknown as Json
  return {
    ...record,
    type: 'geo',
    meta: { ...record.meta, ...rememberOwnShape(record) },
    props: {
      geo: isStip ? 'ellipse' : 'rectangle',
      dash: 'solid',
      url: '',
      w,
      h: isStip ? h : LINE,
      growY: 0,
      scale: 1,
      labelColor: 'black',
      color: record.props['color'] ?? 'black',
      fill: isStip ? 'semi' : 'fill',
      size: 'm',
      font: 'sans',
      align: 'middle',
      verticalAlign: 'middle',
      richText: isStip ? (record.props['richText'] ?? noWords) : noWords,
    },
  }
}
