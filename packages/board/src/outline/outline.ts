import type { RecordId } from '@stip/primitives'
import { geometryOf } from '../bounds.ts'
import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import { connectionsOf } from './connections.ts'
import type { Connection } from './connections.ts'
import { inReadingOrder } from './reading-order.ts'
import { sectionFinder, sectionsOf } from './sections.ts'
import type { Section } from './sections.ts'
import { isForKeyCards } from '../zone.ts'
import { wordsOn } from './words.ts'

/** A board in words: everything on it under headings, in the order in which one reads. */
export interface Outline {
  readonly sections: readonly OutlineSection[]
}

/** One heading and what stands under it. */
export interface OutlineSection extends Section {
  readonly items: readonly OutlineItem[]
  readonly drawing: Drawing
}

/** One thing with words, or a picture. */
export interface OutlineItem {
  readonly id: RecordId
  readonly kind: 'note' | 'text' | 'shape' | 'arrow' | 'frame' | 'image'
  readonly text: string
  readonly color: string
  /** Hoofdpunt: one of the points that a group chose, with a star or by laying it in the zone for them. */
  readonly isKeyCard: boolean
  readonly isLocked: boolean
  /** The zone, image or drawing that this text puts into words. */
  readonly describes: RecordId | undefined
  readonly connections: readonly Connection[]
}

/** What is drawn in a section without words, counted. */
export interface Drawing {
  readonly lines: number
  readonly shapes: number
  /** Arrows that are tied to nothing, or to what has no words. */
  readonly arrows: number
}

/**
 * Puts a board into words.
 *
 * @param records - What the board shows: `liveOf` of @stip/documents.
 */
export function outlineOf(records: readonly BoardRecord[]): Outline {
  const geometry = geometryOf(records)
  const sections = sectionsOf(records)
  const findSection = sectionFinder(sections)
  const connections = connectionsOf(records)
  const chosen = zonesChosenWhole(records, geometry, findSection)
  const items = new Map<RecordId, { readonly item: OutlineItem; readonly place: Bounds }[]>()
  const drawings = new Map<RecordId, Record<keyof Drawing, number>>()
  for (const record of records) {
    if (record.typeName !== 'shape' || record.type === 'zone' || record.type === 'group') continue
    const place = geometry.boundsOf(record)
    if (place === undefined) continue
    const section = findSection(place).id
    const item = itemOf(record, connections.get(record.id) ?? [], chosen.has(section))
    if (item !== undefined) {
      const under = items.get(section) ?? []
      items.set(section, under)
      under.push({ item, place })
    }
    const drawn = drawnKind(record, item, connections.tied)
    if (drawn === undefined) continue
    const drawing = drawings.get(section) ?? { ...nothingDrawn }
    drawing[drawn]++
    drawings.set(section, drawing)
  }
  return {
    sections: sections
      .map((section) => ({
        ...section,
        items: inReadingOrder(
          items.get(section.id) ?? [],
          ({ place }) => place,
          ({ item }) => item.id,
        ).map(({ item }) => item),
        drawing: drawings.get(section.id) ?? nothingDrawn,
      }))
      .filter((section) => section.kind !== 'rest' || !isEmpty(section)),
  }
}

/** Zones for hoofdpunten, unless something in one has a star: then only what has one is chosen. */
function zonesChosenWhole(
  records: readonly BoardRecord[],
  geometry: ReturnType<typeof geometryOf>,
  findSection: ReturnType<typeof sectionFinder>,
): ReadonlySet<RecordId> {
  const zones = new Set(records.filter(isForKeyCards).map(({ id }) => id))
  const hasStars = records.some((record) => {
    const place = record.meta['keyCard'] === true ? geometry.boundsOf(record) : undefined
    return zones.size > 0 && place !== undefined && zones.has(findSection(place).id)
  })
  return hasStars ? new Set() : zones
}

const nothingDrawn: Drawing = { lines: 0, shapes: 0, arrows: 0 }

/** Whether nothing stands under a heading. */
function isEmpty({ items, drawing, canAdd }: OutlineSection): boolean {
  return !canAdd && items.length === 0 && Object.values(drawing).every((count) => count === 0)
}

const kinds: Readonly<Record<string, OutlineItem['kind']>> = {
  note: 'note',
  text: 'text',
  geo: 'shape',
  stip: 'shape',
  arrow: 'arrow',
  frame: 'frame',
  image: 'image',
}

function itemOf(
  record: BoardRecord,
  connections: readonly Connection[],
  isAmongKeyCards: boolean,
): OutlineItem | undefined {
  const kind = kinds[record.type]
  if (kind === undefined) return undefined
  const text = wordsOn(record)
  // A note is there to be written on; nothing else shows without words, but a picture does.
  if (text.trim() === '' && kind !== 'note' && kind !== 'image') return undefined
  const { keyCard, describes } = record.meta
  return {
    id: record.id,
    kind,
    text,
    color: typeof record.props['color'] === 'string' ? record.props['color'] : '',
    isKeyCard: keyCard === true || (isAmongKeyCards && text.trim() !== ''),
    isLocked: record['isLocked'] === true,
    describes: typeof describes === 'string' ? describes : undefined,
    connections,
  }
}

function drawnKind(
  record: BoardRecord,
  item: OutlineItem | undefined,
  tied: ReadonlySet<RecordId>,
): keyof Drawing | undefined {
  switch (record.type) {
    case 'draw':
    case 'highlight':
    case 'line':
      return 'lines'
    case 'geo':
      return item === undefined ? 'shapes' : undefined
    case 'arrow':
      return item === undefined && !tied.has(record.id) ? 'arrows' : undefined
    default:
      return undefined
  }
}
