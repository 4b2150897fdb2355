import type { Outline, OutlineItem } from '@stip/board'
import type { RecordId } from '@stip/primitives'

/** What others did under one heading. */
export interface Changes {
  readonly section: RecordId
  readonly added: number
  readonly changed: number
  readonly moved: number
  readonly removed: number
}

/** What happened between two moments to the things that others touched, heading by heading. */
export function changesBetween(
  before: Outline,
  after: Outline,
  byOthers: ReadonlySet<RecordId>,
): readonly Changes[] {
  const [was, is] = [placesOf(before), placesOf(after)]
  const changes = new Map<RecordId, Record<keyof Changes, number>>()
  const count = (section: RecordId, what: Exclude<keyof Changes, 'section'>): void => {
    const counted = changes.get(section) ?? {
      section: 0,
      added: 0,
      changed: 0,
      moved: 0,
      removed: 0,
    }
    counted[what]++
    changes.set(section, counted)
  }
  for (const id of byOthers) {
    const [old, now] = [was.get(id), is.get(id)]
    if (now === undefined) {
      if (old !== undefined) count(old.section, 'removed')
    } else if (old === undefined) count(now.section, 'added')
    else if (old.section !== now.section) count(now.section, 'moved')
    else if (!looksSame(old.item, now.item)) count(now.section, 'changed')
  }
  return after.sections.flatMap(({ id }) => {
    const counted = changes.get(id)
    return counted === undefined ? [] : [{ ...counted, section: id }]
  })
}

function placesOf({ sections }: Outline) {
  const places = new Map<RecordId, { readonly section: RecordId; readonly item: OutlineItem }>()
  for (const section of sections) {
    for (const item of section.items) places.set(item.id, { section: section.id, item })
  }
  return places
}

function looksSame(one: OutlineItem, other: OutlineItem): boolean {
  return one.text === other.text && one.isKeyCard === other.isKeyCard
}
