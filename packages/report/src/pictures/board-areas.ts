import { geometryOf, outlineOf, sectionFinder } from '@stip/board'
import type { BoardRecord } from '@stip/board'

/** What stands on a board for one step: a board of an evening is a dozen of those, one under the other. */
export interface BoardArea {
  /** The title of the step; '' for what stands above all titles. */
  readonly title: string
  readonly shapes: readonly BoardRecord[]
}

/** A board cut into the areas of its steps, without those in which nobody made anything. */
export function boardAreas(records: readonly BoardRecord[]): readonly BoardArea[] {
  const { sections } = outlineOf(records)
  const find = sectionFinder(sections)
  const geometry = geometryOf(records)
  const areas: { title: string; shapes: BoardRecord[] }[] = [{ title: '', shapes: [] }]
  const areaOf = new Map<string, number>()
  for (const { id, kind, title } of sections) {
    if (kind === 'title') areas.push({ title, shapes: [] })
    areaOf.set(id, areas.length - 1)
  }
  for (const record of records) {
    if (record.typeName !== 'shape') continue
    const place = geometry.boundsOf(record)
    if (place === undefined) continue
    const named = record.meta['zone']
    const section = areaOf.has(record.id)
      ? record.id
      : typeof named === 'string' && areaOf.has(named)
        ? named
        : find(place).id
    areas[areaOf.get(section) ?? 0]?.shapes.push(record)
  }
  return areas.filter(({ shapes }) => shapes.some(({ type }) => type !== 'zone'))
}
