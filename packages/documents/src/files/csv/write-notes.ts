import { bounds } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import Papa from 'papaparse'
import { plainTextOf } from '../../text/rich-text.ts'
import { nameOfColor } from './colors.ts'
import { ownColumns } from './columns.ts'
import { asSafeCell, needsQuotes } from './safe-cell.ts'

/** Tells a spreadsheet that letters beyond a–z are UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The notes of a board as a table for a spreadsheet: semicolons, as Dutch spreadsheets expect, and
 * no text that a spreadsheet would take for a formula. From top to bottom, zone by zone.
 */
export function notesAsCsv(records: readonly BoardRecord[]): string {
  const zones = records.filter(({ type }) => type === 'zone')
  const rows = records
    .filter(({ typeName, type }) => typeName === 'shape' && type === 'note')
    .map((note) => rowOf(note, records, zones))
    .toSorted((one, other) => one.zone - other.zone || one.y - other.y || one.x - other.x)
  const table = rows.map(({ cells }) => cells)
  return (
    BYTE_ORDER_MARK +
    Papa.unparse(
      { fields: [...ownColumns], data: table },
      { delimiter: ';', newline: '\r\n', quotes: (cell: unknown) => needsQuotes(cell) },
    )
  )
}

function rowOf(
  note: BoardRecord,
  records: readonly BoardRecord[],
  zones: readonly BoardRecord[],
): { readonly cells: readonly (string | number)[]; readonly zone: number; x: number; y: number } {
  const [x, y] = placeOnPage(note, records)
  const zone = zones.findIndex((each) => isInside(each, x + 100, y + 100))
  const title = zones[zone]?.props['title']
  const cells = [
    asSafeCell(plainTextOf(note.props['richText'])),
    asSafeCell(nameOfColor(note.props['color'])),
    note.meta['keyCard'] === true ? 'ja' : '',
    typeof title === 'string' ? asSafeCell(title) : '',
    Math.round(x),
    Math.round(y),
  ]
  return { cells, zone: zone < 0 ? zones.length : zone, x, y }
}

/** Where a note or another thing stands on its page. */
export function placeOnPage(note: BoardRecord, records: readonly BoardRecord[]): [number, number] {
  if (typeof note['parentId'] !== 'string' || note['parentId'].startsWith('page:')) {
    return [Number(note['x']), Number(note['y'])]
  }
  const parents = records.filter(({ type }) => type === 'frame' || type === 'group')
  const alone = bounds([...parents.map(withoutSize), note])
  return [alone?.x ?? Number(note['x']), alone?.y ?? Number(note['y'])]
}

/** Only the note itself should count for where it stands. */
function withoutSize(parent: BoardRecord): BoardRecord {
  return { ...parent, type: 'group', props: {} }
}

function isInside(zone: BoardRecord, x: number, y: number): boolean {
  const { w, h } = zone.props
  const [left, top] = [Number(zone['x']), Number(zone['y'])]
  return x >= left && y >= top && x <= left + Number(w) && y <= top + Number(h)
}
