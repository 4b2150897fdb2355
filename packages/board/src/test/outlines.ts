import { bounds } from '../bounds.ts'
import { outlineOf } from '../outline/outline.ts'
import type { Outline, OutlineSection } from '../outline/outline.ts'
import type { OutlineEdit } from '../outline/outline-edits.ts'
import type { BoardRecord } from '../record.ts'
import { zoneRecord } from '../zone.ts'
import type { ZoneDescription } from '../zone.ts'
import { aNote } from './records.ts'

export function inWords({ sections }: Outline): readonly string[] {
  return sections.map(({ level, title, items }) =>
    [`${level} ${title}`, items.map(({ text }) => text).join(', ')].filter(Boolean).join(': '),
  )
}

export function sectionIn(board: readonly BoardRecord[], id: string): OutlineSection {
  const section = outlineOf(board).sections.find((one) => one.id === id)
  if (section === undefined) throw new Error(`There is no section ${id}.`)
  return section
}

export function sectionOf(board: readonly BoardRecord[], id: string): string | undefined {
  return outlineOf(board).sections.find(({ items }) => items.some((item) => item.id === id))?.id
}

export function areApart(one: BoardRecord, other: BoardRecord): boolean {
  const [a, b] = [bounds([one]), bounds([other])]
  if (a === undefined || b === undefined) return true
  return a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y
}

/** The board with an edit, as far as outlines look at it. */
export function applied(
  board: readonly BoardRecord[],
  { create, change }: OutlineEdit,
): BoardRecord[] {
  const changed = board.map((record): BoardRecord => {
    const { xy, pi, 'm.zone': zone } = change.get(record.id) ?? {}
    return {
      ...record,
      ...(Array.isArray(xy) && { x: xy[0], y: xy[1] }),
      ...(zone !== undefined && { meta: { ...record.meta, zone } }),
      ...(Array.isArray(pi) && { parentId: pi[0], index: pi[1] }),
    }
  })
  return [...changed, ...create]
}

export function aZone(zone: Partial<ZoneDescription>): BoardRecord {
  const { id = 'vak', ...rest } = zone
  return zoneRecord({
    x: 0,
    y: 0,
    w: 1000,
    h: 1000,
    title: '',
    question: '',
    color: 'yellow',
    style: 'area',
    letter: '',
    index: 'Y00',
    ...rest,
    id: `shape:${id}`,
  })
}

/** A step as the server draws it: a title with two zones below it. */
export function aStep(name: string, y: number): BoardRecord[] {
  return [
    aZone({ id: name, title: 'Openstaan', style: 'label', x: 40, y: y + 40, w: 2320, h: 100 }),
    aZone({ id: `${name}-zien`, title: 'Dit zien we', x: 40, y: y + 190, w: 1140, h: 1120 }),
    aZone({ id: `${name}-doen`, title: 'Dit doen we', x: 1220, y: y + 190, w: 1140, h: 1120 }),
  ]
}

export function aStroke(name: string, x: number, y: number): BoardRecord {
  const points = [
    { x: 0, y: 0 },
    { x: 50, y: 50 },
  ]
  return {
    ...aNote(name, '', { x, y }),
    type: 'draw',
    props: { segments: [{ type: 'free', points }] },
  }
}

export function aText(name: string, words: string): BoardRecord {
  const note = aNote(name, words, { x: 100, y: 500 })
  return { ...note, type: 'text', props: { ...note.props, w: 200, autoSize: false } }
}
