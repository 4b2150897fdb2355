import type { ZoneView } from '@stip/api'
import { geometryOf, outlineOf, sectionFinder } from '@stip/board'
import type { BoardRecord, OutlineItem } from '@stip/board'

/** What lies in one zone of a board. */
export interface ZoneContent {
  /** The record of the zone; '' for what lies outside of all. */
  readonly id: string
  /** What the format calls it: 'drawing', 'text', 'notes'; '' where nobody said so. */
  readonly kind: string
  readonly title: string
  readonly question: string
  /** Letter of the group whose zone it is, or ''. */
  readonly letter: string
  /** What has words, in reading order. */
  readonly items: readonly OutlineItem[]
  /** Everything that is seen there, with words or without, the lowest first. */
  readonly shapes: readonly BoardRecord[]
}

/** What lies in the area of one step. */
export interface AreaContent {
  /** The record of its title; '' for what lies above all titles. */
  readonly id: string
  readonly title: string
  /** In the lane of a group, on a board that has those. */
  readonly isInLane: boolean
  readonly zones: readonly ZoneContent[]
}

const unseen: ReadonlySet<string> = new Set(['zone', 'group', 'frame'])

/**
 * A board as the areas of its steps, from the top down, with what lies in the zones of each. In a
 * lane of the vision each group has its own.
 *
 * @param records - What the board shows: `liveOf` of @stip/documents.
 * @param known - What the formats say of zones, as far as steps were opened.
 */
export function areasOf(
  records: readonly BoardRecord[],
  known: readonly ZoneView[] = [],
): readonly AreaContent[] {
  const { sections } = outlineOf(records)
  const kinds = new Map(known.map(({ id, kind }) => [id, kind]))
  const shapes = shapesBySection(records, sections)
  const areas: (Omit<AreaContent, 'zones'> & { zones: ZoneContent[] })[] = []
  let isInLane = false
  for (const { id, kind, title, question, letter, items } of sections) {
    const zone = { id, kind: kinds.get(id) ?? '', title, question, letter, items }
    const content = { ...zone, shapes: shapes.get(id) ?? [] }
    isInLane = kind === 'lane' || (isInLane && kind !== 'rest')
    const isHeading = kind === 'title' || kind === 'lane' || kind === 'rest'
    const last = areas.at(-1)
    if (last !== undefined && !isHeading) last.zones.push(content)
    else {
      const heading = isHeading ? { id, title } : { id: '', title: '' }
      areas.push({ ...heading, isInLane, zones: [content] })
    }
  }
  return areas
}

function shapesBySection(
  records: readonly BoardRecord[],
  sections: ReturnType<typeof outlineOf>['sections'],
): ReadonlyMap<string, readonly BoardRecord[]> {
  const geometry = geometryOf(records)
  const find = sectionFinder(sections)
  const ids = new Set(sections.map(({ id }) => id))
  const ofItems = new Map(sections.flatMap(({ id, items }) => items.map((item) => [item.id, id])))
  const found = new Map<string, BoardRecord[]>()
  for (const record of records) {
    if (record.typeName !== 'shape' || unseen.has(record.type)) continue
    const place = geometry.boundsOf(record)
    if (place === undefined) continue
    const named = record.meta['zone']
    const section =
      ofItems.get(record.id) ??
      (typeof named === 'string' && ids.has(named) ? named : find(place).id)
    const there = found.get(section) ?? []
    found.set(section, there)
    there.push(record)
  }
  for (const there of found.values()) there.sort(lowestFirst)
  return found
}

function lowestFirst(one: BoardRecord, other: BoardRecord): number {
  return orderOf(one) < orderOf(other) ? -1 : 1
}

function orderOf({ index }: BoardRecord): string {
  return typeof index === 'string' ? index : ''
}
