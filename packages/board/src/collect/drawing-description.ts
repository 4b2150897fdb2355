import { inReadingOrder } from '../outline/reading-order.ts'
import { wordsOn } from '../outline/words.ts'
import type { BoardRecord } from '../record.ts'
import type { RecordId } from '@stip/primitives'
import type { SourceView } from '../source-view.ts'
import type { ZoneFinder } from './zone-finder.ts'

/** More than this is no description any more. */
const LONGEST = 2000

/**
 * What a group wrote about what it drew, for who does not see it: what lies in the zone for that, in the same
 * step, and what says that it puts the drawing into words.
 */
export function descriptionIn(
  view: SourceView,
  zone: BoardRecord,
  parts: ReadonlyMap<RecordId, BoardRecord>,
  findZone: ZoneFinder,
): string {
  const asked = new Set(
    [...view.zones.values()].filter((one) => isForDescription(one, zone)).map(({ id }) => id),
  )
  const texts = [...view.present.values()].flatMap((record) => {
    if (record.type !== 'text' && record.type !== 'note') return []
    const { describes } = record.meta
    const isAbout = typeof describes === 'string' && (describes === zone.id || parts.has(describes))
    const place = view.geometry.boundsOf(record)
    const isMeant = isAbout || asked.has(findZone(record) ?? '')
    return isMeant && place !== undefined ? [{ record, place }] : []
  })
  return inReadingOrder(
    texts,
    ({ place }) => place,
    ({ record }) => record.id,
  )
    .map(({ record }) => wordsOn(record).trim())
    .filter((words) => words !== '')
    .join(' ')
    .slice(0, LONGEST)
}

/** Zones are known by the names of the formats, and on other boards by their titles. */
function isForDescription({ id, props }: BoardRecord, drawing: BoardRecord): boolean {
  const step = drawing.id.slice(0, drawing.id.lastIndexOf('-') + 1)
  if (!id.startsWith(step)) return false
  const { title } = props
  const isAsked = typeof title === 'string' && /^wat zie je/i.test(title)
  return isAsked || id.endsWith('-beschrijving')
}
