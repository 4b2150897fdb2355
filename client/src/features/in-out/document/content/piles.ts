import { geometryOf } from '@stip/board'
import type { BoardRecord, OutlineItem } from '@stip/board'
import { nlDocument } from '../../../../texts/files/nl-document.ts'

/** Notes that somebody laid together under a name. */
interface Pile {
  readonly title: string
  readonly items: readonly OutlineItem[]
}

/**
 * Notes of a zone as people laid them: hoofdpunten first where only some have a star, then in piles
 * under the names that stand above them, and then those without a name.
 */
export function pilesOf(
  notes: readonly OutlineItem[],
  names: readonly OutlineItem[],
  records: readonly BoardRecord[],
): { readonly piles: readonly Pile[]; readonly loose: readonly OutlineItem[] } {
  const geometry = geometryOf(records)
  const byId = new Map(records.map((record) => [record.id, record]))
  const placeOf = ({ id }: OutlineItem) => {
    const record = byId.get(id)
    return record && geometry.boundsOf(record)
  }
  const placed = names.flatMap((item) => {
    const place = placeOf(item)
    return place === undefined ? [] : [{ item, place }]
  })
  const nameAbove = (note: OutlineItem): OutlineItem | undefined => {
    const place = placeOf(note)
    if (place === undefined) return undefined
    const middle = place.x + place.w / 2
    // A short name is as wide as the notes below it.
    const above = placed.filter(
      ({ place: { x, y, w } }) => y <= place.y && x <= middle && middle <= x + Math.max(w, place.w),
    )
    return above.toSorted((one, other) => other.place.y - one.place.y)[0]?.item
  }
  const starred = notes.filter(({ isKeyCard }) => isKeyCard)
  const isChosen = starred.length > 0 && starred.length < notes.length
  const others = isChosen ? notes.filter(({ isKeyCard }) => !isKeyCard) : notes
  const byName = Map.groupBy(others, nameAbove)
  const named = names.filter((name) => byName.has(name))
  const rest = byName.get(undefined) ?? []
  const hasHeadings = isChosen || named.length > 0
  return {
    piles: [
      ...(isChosen ? [{ title: nlDocument.keyCards, items: starred }] : []),
      ...named.map((name) => ({ title: name.text.trim(), items: byName.get(name) ?? [] })),
      ...(rest.length > 0 ? [{ title: hasHeadings ? nlDocument.others : '', items: rest }] : []),
    ],
    loose: names.filter((name) => !byName.has(name)),
  }
}
