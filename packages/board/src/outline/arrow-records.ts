import type { RecordId } from '@stip/primitives'
import type { BoardRecord } from '../record.ts'
import { shapeRecord } from './new-records.ts'
import type { NewShape } from './new-records.ts'

/** An arrow between two shapes, with the bindings that keep it there. */
export function arrowRecords(
  arrow: NewShape & {
    readonly end: { readonly x: number; readonly y: number }
    readonly label: string
    readonly from: RecordId
    readonly to: RecordId
  },
): readonly BoardRecord[] {
  const { id, spot, end, label, from, to } = arrow
  const record = shapeRecord('arrow', arrow, {
    kind: 'arc',
    labelColor: 'black',
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    font: 'sans',
    start: { x: 0, y: 0 },
    end: { x: end.x - spot.x, y: end.y - spot.y },
    bend: 0,
    text: label,
    labelPosition: 0.5,
    scale: spot.scale,
    elbowMidPoint: 0.5,
  })
  const name = id.slice('shape:'.length)
  return [
    record,
    bindingRecord(`binding:${name}.start`, id, from, 'start'),
    bindingRecord(`binding:${name}.end`, id, to, 'end'),
  ]
}

function bindingRecord(
  id: RecordId,
  fromId: RecordId,
  toId: RecordId,
  terminal: 'start' | 'end',
): BoardRecord {
  const props = {
    terminal,
    normalizedAnchor: { x: 0.5, y: 0.5 },
    isExact: false,
    isPrecise: false,
    snap: 'none',
  }
  return { id, typeName: 'binding', type: 'arrow', fromId, toId, props, meta: {} }
}
