import type { RecordId } from '@stip/primitives'
import { geometryOf } from '../bounds.ts'
import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import { firstFree, leastCovered, overlaps } from './free-place.ts'
import { sectionFinder, sectionsOf } from './sections.ts'
import type { Section } from './sections.ts'

/** What looks for a place: its size at scale 1, and how small it may become. */
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

/** Room between things, in board pixels. */
export const GAP = 10

/**
 * How large notes are, and how small they may become where a heading cannot get more room. At the
 * first, words are 11 px high on a small laptop that shows a whole step.
 */
export const NOTE_SCALES: readonly number[] = [1.15, 1, 0.85]

/**
 * Finds room under a heading: the first place in reading order where nothing is covered. When there
 * is none it may lie over a drawing. A zone that is full grows: then it lies below all that is in
 * it. Where nothing can grow it becomes smaller, or lies where it covers least.
 */
export function freeSpot(records: readonly BoardRecord[], section: Section, thing: Placed): Spot {
  const { room, grows } = section
  const findSection = sectionFinder(sectionsOf(records))
  const { words, drawings } = obstaclesOf(records, section, thing.id, findSection)
  const isThere = (place: Bounds): boolean => findSection(place).id === section.id
  for (const scale of grows ? thing.scales.slice(0, 1) : thing.scales) {
    const size = { w: thing.w * scale, h: thing.h * scale }
    const spot =
      firstFree(room, size, [...words, ...drawings], GAP, isThere) ??
      firstFree(room, size, words, GAP, isThere) ??
      (grows ? firstFree({ ...room, h: Infinity }, size, words, GAP) : undefined)
    if (spot !== undefined) return { ...spot, scale }
  }
  const scale = thing.scales.at(-1) ?? 1
  const size = { w: thing.w * scale, h: thing.h * scale }
  return { ...leastCovered(room, size, words), scale }
}

interface Obstacles {
  readonly words: readonly Bounds[]
  readonly drawings: readonly Bounds[]
}

const drawn: ReadonlySet<string> = new Set(['draw', 'highlight', 'line'])

/** What lies under a heading, and what reaches into its room. */
export function obstaclesOf(
  records: readonly BoardRecord[],
  section: Section,
  self: RecordId | undefined,
  findSection: (place: Bounds) => Section,
): Obstacles {
  const geometry = geometryOf(records)
  const words: Bounds[] = []
  const drawings: Bounds[] = []
  for (const record of records) {
    // Arrows go round and over everything; what is in a group or frame counts by itself.
    if (record.typeName !== 'shape' || record.id === self || record.type === 'zone') continue
    if (record.type === 'arrow' || record.type === 'group' || record.type === 'frame') continue
    const place = geometry.boundsOf(record)
    if (place === undefined) continue
    const isNear = overlaps(place, section.room, GAP)
    const isBelow = section.grows && (record.meta['zone'] ?? findSection(place).id) === section.id
    if (!isNear && !isBelow) continue
    if (drawn.has(record.type)) drawings.push(place)
    else words.push(place)
  }
  return { words, drawings }
}
