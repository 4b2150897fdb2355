import type { BoardRecord } from '@stip/board'
import { createRecord, EMPTY_RICH_TEXT } from '@stip/documents'
import { getIndices } from 'tldraw'
import * as Y from 'yjs'
import { recordOf } from './notes.ts'

const GROUPS = 3
const NOTES = 120
const STROKES = 40
/** A vision of which the picture was 14,208 by 18,892 px. */
const LANE = { width: 2304, height: 9350, gap: 48 } as const
const COLORS = ['yellow', 'light-green', 'light-blue', 'orange'] as const
const SAID = [
  'Een vast gezicht voor elke buurt',
  'Ja zeggen, en dan samen kijken hoe het wél kan',
  'Water en bomen in elke straat, ook in de kern waar nu alleen stenen liggen',
  'Meer ruimte voor wie iets wil proberen. Ook als het mislukt, want daar leren we allemaal van!',
  'Rust',
]

/** A vision as three boards of 120 notes make it: lanes, zones, notes, hoofdpunten, drawings. */
export function visionDocument(): Y.Doc {
  const records = Array.from({ length: GROUPS }, (_, group) => laneOf(group)).flat()
  const indices = getIndices(records.length)
  const document = new Y.Doc()
  document.transact(() => {
    for (const [number, record] of records.entries()) {
      createRecord(document, { ...record, index: indices[number] ?? 'a1' })
    }
  })
  return document
}

/** How many shapes {@link visionDocument} has. */
export const VISION_SHAPES = GROUPS * (4 + NOTES + STROKES + 3)

function laneOf(group: number): readonly BoardRecord[] {
  const x = group * (LANE.width + LANE.gap)
  const height = LANE.height / 4
  const zones = [0, 1, 2, 3].map((zone) =>
    shape(`z${group}${zone}`, 'zone', x, zone * height, {
      w: LANE.width,
      h: height - 40,
      title: `Vak ${zone + 1} van de groep`,
      question: 'Wat willen wij samen bereiken?',
      color: 'blue',
      style: 'area',
      letter: zone === 0 ? 'ABC'.charAt(group) : '',
    }),
  )
  const notes = Array.from({ length: NOTES }, (_, number) => noteOf(group, number, x))
  const strokes = Array.from({ length: STROKES }, (_, number) => strokeOf(group, number, x))
  const said = { type: 'doc', content: [{ type: 'paragraph', content: [text(SAID[1])] }] }
  return [
    ...zones,
    ...notes,
    ...strokes,
    shape(`h${group}`, 'horizon', x + 100, 8600, { w: 1800, scale: 1, color: 'black' }),
    shape(`s${group}`, 'stip', x + 700, 8300, {
      w: 480,
      scale: 2,
      color: 'orange',
      richText: said,
    }),
    shape(`g${group}`, 'geo', x + 1500, 8400, {
      geo: 'ellipse',
      w: 400,
      h: 300,
      growY: 0,
      richText: EMPTY_RICH_TEXT,
      fill: 'semi',
      dash: 'draw',
      ...looks,
      url: '',
    }),
  ]
}

function noteOf(group: number, number: number, x: number): BoardRecord {
  const record = recordOf({
    id: `shape:n${group}-${number}`,
    x: x + 60 + (number % 10) * 220,
    y: 200 + Math.floor(number / 10) * 300 + Math.floor(number / 40) * 1600,
    index: 'a1',
    text: SAID[number % SAID.length] ?? '',
  })
  const color = COLORS[number % COLORS.length] ?? 'yellow'
  return {
    ...record,
    props: { ...record.props, color },
    meta: number % 24 === 0 ? { keyCard: true } : {},
  }
}

function strokeOf(group: number, number: number, x: number): BoardRecord {
  const points = Array.from({ length: 120 }, (_, at) => ({
    x: at * 3,
    y: Math.round(Math.sin((at + number) / 9) * 60 * 8) / 8,
    z: 0.5,
  }))
  return shape(`d${group}-${number}`, 'draw', x + 80 + (number % 5) * 430, 7300 + number * 30, {
    segments: [{ type: 'free', points }],
    isComplete: true,
    isClosed: false,
    isPen: false,
    fill: 'none',
    dash: 'draw',
    color: 'blue',
    size: 'm',
    scale: 1,
  })
}

const looks = {
  color: 'green',
  labelColor: 'black',
  size: 'm',
  font: 'sans',
  align: 'middle',
  verticalAlign: 'middle',
  scale: 1,
} as const

function text(said = '') {
  return { type: 'text', text: said }
}

function shape(name: string, type: string, x: number, y: number, props: object): BoardRecord {
  return {
    id: `shape:${name}`,
    typeName: 'shape',
    type,
    x,
    y,
    rotation: 0,
    index: 'a1',
    parentId: 'page:page',
    isLocked: type === 'zone',
    opacity: 1,
    meta: {},
    props,
  } as unknown as BoardRecord
}
