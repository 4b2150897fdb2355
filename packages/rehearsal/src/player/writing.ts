import {
  addNote,
  describeInWords,
  fieldsOf,
  indexOnTop,
  layClear,
  moveTo,
  noteFit,
  outlineOf,
  plainTextOf,
  ZonePage,
} from '@stip/board'
import type { BoardRecord, Fields, OutlineEdit, OutlineSection } from '@stip/board'
import {
  changeFields,
  createRecord,
  editBetween,
  readRecord,
  textFragment,
  writePlainEdit,
} from '@stip/documents/light'
import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import type { Place, Point } from '../plan/happening.ts'
import { page } from './desk.ts'
import type { Desk } from './desk.ts'

/** What is made here is as large as the canvas makes it. */
const SCALE = 1.75
/** How far apart the points are that a pen gives, in board units. */
const PEN_STEP = 14

/** The id under which something of the file is on a board. */
export function recordIdOf(id: string): RecordId {
  return `shape:proef-${id}`
}

/** The zone of a step, as a record. */
export function zoneIdOf({ step, zone }: Place): RecordId {
  return `shape:step-${step}-${zone}`
}

/** Writes a note in a zone, as the list does. */
export function writeNote(desk: Desk, place: Place, words: string, id: RecordId): void {
  const { records } = desk
  write(desk.document, addNote(records, sectionAt(records, place), words, id))
}

/** Writes words without a sheet in a zone: a sentence where that is what is asked, as the list does. */
export function writeText(desk: Desk, place: Place, words: string, id: RecordId): void {
  const { records } = desk
  const section = sectionAt(records, place)
  if (section.isText) {
    write(desk.document, addNote(records, section, words, id))
    return
  }
  const about = { words, describes: zoneIdOf(place) }
  const { create } = describeInWords(records, section, about, id)
  // It stands in the zone and puts nothing into words.
  write(desk.document, {
    create: create.map((record) => ({ ...record, meta: {} })),
    change: new Map(),
  })
}

/** Moves something into a zone. @returns What undoes it. */
export function moveInto(desk: Desk, id: RecordId, place: Place): Fields {
  const { records } = desk
  const edit = moveTo(records, id, sectionAt(records, place))
  const stored = readRecord(desk.document, id)
  const before: Fields = stored === undefined ? {} : fieldsOf(stored.record)
  write(desk.document, edit)
  const changed = Object.keys(edit.change.get(id) ?? {})
  return Object.fromEntries(changed.map((key) => [key, before[key] ?? null]))
}

/** Moves what says these words into a zone, wherever it lies; writes it there when nothing does. */
export function bringWords(desk: Desk, place: Place, words: string, id: RecordId): void {
  const items = outlineOf(desk.records).sections.flatMap((section) => section.items)
  const known = items.find(({ text }) => text === words)
  if (known === undefined) writeNote(desk, place, words, id)
  else moveInto(desk, known.id, place)
}

/** Makes another sentence of one in a zone; writes it there when it is not there. */
export function rewrite(
  desk: Desk,
  place: Place,
  { from, words }: { readonly from: string; readonly words: string },
  id: RecordId,
): void {
  const known = sectionAt(desk.records, place).items.find(({ text }) => text === from)
  if (known === undefined) writeText(desk, place, words, id)
  else changeWords(desk, known.id, words)
}

/** Changes fields of something that is there, or brings it back. */
export function change(desk: Desk, id: RecordId, fields: Fields): void {
  changeFields(desk.document, id, fields)
  clear(desk, id)
}

/** Who sees that a note lies over another now, lays it aside. */
function clear(desk: Desk, id: RecordId): void {
  const edit = layClear(desk.records, id)
  if (edit !== undefined) write(desk.document, edit)
}

/** Types until these words stand there; what others type meanwhile stays. */
export function changeWords(desk: Desk, id: RecordId, words: string): void {
  const fragment = textFragment(desk.document, id)
  if (fragment === undefined) return
  desk.document.transact(() => {
    writePlainEdit(fragment, editBetween(wordsOf(desk, id), words))
    const isNote = readRecord(desk.document, id)?.record.type === 'note'
    if (isNote) changeFields(desk.document, id, noteFit(words))
  })
  clear(desk, id)
}

/** Types behind what stands there. */
export function typeBehind(desk: Desk, id: RecordId, words: string): void {
  const before = wordsOf(desk, id)
  if (!before.includes(words)) changeWords(desk, id, `${before} ${words}`)
}

/** Draws a stroke in a zone, with the points that a pen gives. */
export function draw(
  desk: Desk,
  place: Place,
  { color, points }: { readonly color: string; readonly points: readonly Point[] },
  id: RecordId,
): void {
  const { records } = desk
  const zone = records.find((record) => record.id === zoneIdOf(place))
  if (zone === undefined) throw new Error(`Zone ${zoneIdOf(place)} is er niet.`)
  const [first = [0, 0]] = points
  const stroke: BoardRecord = {
    id,
    typeName: 'shape',
    type: 'draw',
    x: Number(zone['x']) + first[0],
    y: Number(zone['y']) + first[1],
    rotation: 0,
    index: indexOnTop(records),
    parentId: page,
    isLocked: false,
    opacity: 1,
    props: {
      segments: [{ type: 'free', points: penPoints(points) }],
      color,
      fill: 'none',
      dash: 'draw',
      size: 'm',
      isComplete: true,
      isClosed: false,
      isPen: false,
      scale: SCALE,
    },
    meta: {},
  }
  // The zones above it may have grown.
  const paper = ZonePage.ofShown(records).toPaper(stroke)
  write(desk.document, { create: [paper], change: new Map() })
}

/** Pulls at a zone, which nobody but the server may move. */
export function pullAt(desk: Desk, place: Place): void {
  changeFields(desk.document, zoneIdOf(place), { xy: [0, 0] })
}

/** Points from the first one on, at most a step apart, with the pressure of a finger. */
function penPoints(points: readonly Point[]) {
  const [first = [0, 0]] = points
  const between = points.flatMap((point, turn) => {
    const from = points[turn - 1] ?? point
    const [dx, dy] = [point[0] - from[0], point[1] - from[1]]
    const count = Math.max(1, Math.round(Math.hypot(dx, dy) / PEN_STEP))
    return Array.from({ length: count }, (_, step) => {
      const part = (step + 1) / count
      return { x: from[0] + dx * part - first[0], y: from[1] + dy * part - first[1], z: 0.5 }
    })
  })
  return between.length === 1 ? [...between, ...between] : between
}

function sectionAt(records: readonly BoardRecord[], place: Place): OutlineSection {
  const id = zoneIdOf(place)
  const section = outlineOf(records).sections.find((one) => one.id === id)
  if (section === undefined) throw new Error(`Zone ${id} is er niet.`)
  return section
}

function wordsOf(desk: Desk, id: RecordId): string {
  return plainTextOf(readRecord(desk.document, id)?.record.props['richText'])
}

function write(document: Y.Doc, { create, change: changes }: OutlineEdit): void {
  document.transact(() => {
    for (const record of create) createRecord(document, record)
    for (const [id, fields] of changes) changeFields(document, id, fields)
  })
}
