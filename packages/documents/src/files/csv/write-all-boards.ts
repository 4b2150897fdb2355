import type { BoardRecord } from '@stip/board'
import Papa from 'papaparse'
import { plainTextOf } from '../../text/rich-text.ts'
import { nameOfColor } from './colors.ts'
import { asSafeCell, needsQuotes } from './safe-cell.ts'
import { BYTE_ORDER_MARK, placeOnPage } from './write-notes.ts'

/** A board as a table of everything has it. */
export interface NamedBoard {
  readonly name: string
  /** Letter of its group; '' for a board of everybody. */
  readonly letter: string
  readonly records: readonly BoardRecord[]
  /** Letters of the groups from which something was copied, by its name; absent for what was not. */
  readonly lettersOf: ReadonlyMap<string, readonly string[]>
}

const columns = ['bord', 'groep', 'stap', 'vak', 'soort', 'tekst', 'hoofdpunt', 'kleur'] as const
const kinds: Readonly<Record<string, string>> = {
  note: 'briefje',
  text: 'tekst',
  stip: 'stip',
  geo: 'vorm',
  arrow: 'pijl',
}
/** How the heading of a step begins: with its number. */
const STEP = /^(\d+) · /
/** Half of a note: what stands in a zone is where its middle is. */
const HALF = 100

/**
 * Everything that was written on several boards as one table for a spreadsheet: board by board, step
 * by step, zone by zone. Like the table of one board, it holds nothing that a spreadsheet would take
 * for a formula.
 */
export function boardsAsCsv(boards: readonly NamedBoard[]): string {
  const rows = boards.flatMap((board) =>
    board.records
      .filter(({ typeName, type }) => typeName === 'shape' && kinds[type] !== undefined)
      .map((record) => rowOf(record, board))
      .filter(({ text }) => text.trim() !== '')
      .toSorted(asOneReads)
      .map(({ cells }) => cells),
  )
  return (
    BYTE_ORDER_MARK +
    Papa.unparse(
      { fields: [...columns], data: rows },
      { delimiter: ';', newline: '\r\n', quotes: (cell: unknown) => needsQuotes(cell) },
    )
  )
}

interface Row {
  readonly cells: readonly string[]
  readonly text: string
  readonly step: number
  readonly zone: number
  readonly x: number
  readonly y: number
}

function rowOf(record: BoardRecord, board: NamedBoard): Row {
  const [x, y] = placeOnPage(record, board.records)
  const zones = inOrder(board.records.filter(({ type }) => type === 'zone'))
  const scale = typeof record.props['scale'] === 'number' ? record.props['scale'] : 1
  const [across, down] = [x + HALF * scale, y + HALF * scale]
  const step = headingAbove(zones, [across, down], true)
  const field = zoneAt(zones, across, down)
  const zone = field < 0 ? headingAbove(zones, [across, down], false) : field
  const text = textOf(record)
  const letters = board.lettersOf.get(record.id) ?? (board.letter === '' ? [] : [board.letter])
  const cells = [
    board.name,
    letters.join(' '),
    titleOf(zones[step]),
    titleOf(zones[zone]),
    kinds[record.type] ?? '',
    text,
    record.meta['keyCard'] === true ? 'ja' : '',
    nameOfColor(record.props['color']),
  ].map((cell) => asSafeCell(cell))
  const last = zones.length
  return { cells, text, step: step < 0 ? last : step, zone: zone < 0 ? last : zone, x, y }
}

/** Zones as their steps come in the agenda, and below the heading of a step as they lie there. */
function inOrder(zones: readonly BoardRecord[]): readonly BoardRecord[] {
  return zones.toSorted(
    (one, other) =>
      numberOf(one) - numberOf(other) ||
      Number(one['y']) - Number(other['y']) ||
      Number(one['x']) - Number(other['x']),
  )
}

/** The number of the step that a heading names; what names none comes after those that do. */
function numberOf(zone: BoardRecord): number {
  return Number(STEP.exec(titleOf(zone))?.[1] ?? Infinity)
}

/** The nearest heading above something: that of its step, or one that names a zone. */
function headingAbove(
  zones: readonly BoardRecord[],
  [x, y]: readonly [number, number],
  isOfStep: boolean,
): number {
  let found = -1
  let lowest = -Infinity
  for (const [number, zone] of zones.entries()) {
    const top = Number(zone['y'])
    if (zone.props['style'] !== 'label' || STEP.test(titleOf(zone)) !== isOfStep) continue
    if (top > y || top <= lowest) continue
    if (x < Number(zone['x']) || x > Number(zone['x']) + Number(zone.props['w'])) continue
    found = number
    lowest = top
  }
  return found
}

/** The smallest field around something; the lane of a group is none. */
function zoneAt(zones: readonly BoardRecord[], x: number, y: number): number {
  let found = -1
  let smallest = Infinity
  for (const [number, zone] of zones.entries()) {
    if (zone.props['style'] !== 'area') continue
    const [left, top] = [Number(zone['x']), Number(zone['y'])]
    const [w, h] = [Number(zone.props['w']), Number(zone.props['h'])]
    if (x < left || y < top || x > left + w || y > top + h || w * h >= smallest) continue
    found = number
    smallest = w * h
  }
  return found
}

function titleOf(zone: BoardRecord | undefined): string {
  const title = zone?.props['title']
  return typeof title === 'string' ? title : ''
}

function textOf({ props }: BoardRecord): string {
  if (props['richText'] !== undefined) return plainTextOf(props['richText'])
  return typeof props['text'] === 'string' ? props['text'] : ''
}

function asOneReads(one: Row, other: Row): number {
  return one.step - other.step || one.zone - other.zone || one.y - other.y || one.x - other.x
}
