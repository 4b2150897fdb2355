import type { RecordId } from '@stip/primitives'
import { geometryOf } from '../bounds.ts'
import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import { sectionFinder, sectionsOf } from './sections.ts'
import type { Section } from './sections.ts'

/** What looks for a place: its size at the scale that it likes best, and how small it may become. */
export interface Placed {
  readonly w: number
  readonly h: number
  /** From what it likes best to what it can bear; [1] for what has one size. */
  readonly scales: readonly number[]
  /** The record itself, when it is on the board already. */
  readonly id?: RecordId
}

/** A place on the page. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** Room between things, and how finely one looks for a place. In board pixels. */
const GAP = 10
const STEP = 20

/** Notes are this large on a new board: a beamer shows them to a room. */
export const NOTE_SCALES: readonly number[] = [1.75, 1.4, 1.1, 0.85]

/**
 * Finds room under a heading: the first place in reading order where nothing is covered. When
 * there is none, what can be smaller becomes smaller; then it may lie over a drawing; and in a
 * zone that is full it lies where it covers least.
 */
export function freeSpot(records: readonly BoardRecord[], section: Section, thing: Placed): Spot {
  const findSection = sectionFinder(sectionsOf(records))
  const { words, drawings } = obstaclesOf(records, section, thing.id)
  const isThere = (place: Bounds): boolean => findSection(place).id === section.id
  for (const obstacles of [[...words, ...drawings], words]) {
    for (const scale of thing.scales) {
      const size = { w: thing.w * scale, h: thing.h * scale }
      for (const place of spotsIn(section.room, size)) {
        if (isThere(place) && obstacles.every((one) => !overlaps(one, place, GAP))) {
          return { x: place.x, y: place.y, scale }
        }
      }
    }
  }
  return leastCovered(section, thing, words)
}

interface Obstacles {
  readonly words: readonly Bounds[]
  readonly drawings: readonly Bounds[]
}

const drawn: ReadonlySet<string> = new Set(['draw', 'highlight', 'line'])

function obstaclesOf(
  records: readonly BoardRecord[],
  section: Section,
  self: RecordId | undefined,
): Obstacles {
  const geometry = geometryOf(records)
  const words: Bounds[] = []
  const drawings: Bounds[] = []
  for (const record of records) {
    // Arrows go round and over everything; what is in a group or frame counts by itself.
    if (record.typeName !== 'shape' || record.id === self || record.type === 'zone') continue
    if (record.type === 'arrow' || record.type === 'group' || record.type === 'frame') continue
    const place = geometry.boundsOf(record)
    if (place === undefined || !overlaps(place, section.room, GAP)) continue
    if (drawn.has(record.type)) drawings.push(place)
    else words.push(place)
  }
  return { words, drawings }
}

function* spotsIn(room: Bounds, { w, h }: { w: number; h: number }): Generator<Bounds> {
  for (let y = room.y; y + h <= room.y + room.h; y += STEP) {
    for (let x = room.x; x + w <= room.x + room.w; x += STEP) yield { x, y, w, h }
  }
}

function leastCovered(section: Section, thing: Placed, words: readonly Bounds[]): Spot {
  const { room } = section
  const scale = thing.scales.at(-1) ?? 1
  const size = { w: thing.w * scale, h: thing.h * scale }
  // What is larger than the room still has its middle in it.
  const [overX, overY] = [Math.min(size.w, room.w), Math.min(size.h, room.h)]
  const around = {
    x: room.x + overX / 2 - size.w / 2,
    y: room.y + overY / 2 - size.h / 2,
    w: room.w - overX + size.w,
    h: room.h - overY + size.h,
  }
  let [best, least]: readonly [Bounds, number] = [{ ...around, ...size }, Infinity]
  for (const place of spotsIn(around, size)) {
    const covered = words.reduce((sum, one) => sum + shared(one, place), 0)
    if (covered < least) [best, least] = [place, covered]
  }
  return { x: best.x, y: best.y, scale }
}

function overlaps(one: Bounds, other: Bounds, margin: number): boolean {
  return (
    one.x < other.x + other.w + margin &&
    other.x < one.x + one.w + margin &&
    one.y < other.y + other.h + margin &&
    other.y < one.y + one.h + margin
  )
}

function shared(one: Bounds, other: Bounds): number {
  const w = Math.min(one.x + one.w, other.x + other.w) - Math.max(one.x, other.x)
  const h = Math.min(one.y + one.h, other.y + other.h) - Math.max(one.y, other.y)
  return Math.max(0, w) * Math.max(0, h)
}
