import type { RecordId } from '@stip/primitives'
import { inReadingOrder } from '../outline/reading-order.ts'
import { wordsOn } from '../outline/words.ts'
import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import type { SourceView } from '../source-view.ts'
import { isForKeyCards } from '../zone.ts'
import { zoneFinder } from './zone-finder.ts'
import type { ZoneFinder } from './zone-finder.ts'

/** Something on the board of a group that says something by itself: words, or a picture. */
export interface Card {
  readonly record: BoardRecord
  readonly zone: RecordId | undefined
  /** Hoofdpunt: it has a star, or lies in a zone for hoofdpunten. */
  readonly isKeyCard: boolean
}

const withWords: ReadonlySet<string> = new Set(['note', 'text', 'geo', 'stip'])

/** Whether a record is a card. A note without words says nothing yet. */
export function isCard(record: BoardRecord): boolean {
  if (record.typeName !== 'shape') return false
  if (record.type === 'image') return true
  return withWords.has(record.type) && wordsOn(record).trim() !== ''
}

function hasStar({ meta }: BoardRecord): boolean {
  return meta['keyCard'] === true
}

/** In which zone of the board of its group something lies. */
export function zonesOf(view: SourceView): ZoneFinder {
  return zoneFinder(view.zones, view.present, view.geometry)
}

/** The cards on the board of a group, as one reads them. */
export function cardsOf(view: SourceView): readonly Card[] {
  const findZone = zonesOf(view)
  const cards: { card: Card; place: Bounds }[] = []
  for (const record of view.present.values()) {
    const place = isCard(record) ? view.geometry.boundsOf(record) : undefined
    if (place === undefined) continue
    const zone = findZone(record)
    const isKeyCard = hasStar(record) || isForKeyCards(view.zones.get(zone ?? ''))
    cards.push({ card: { record, zone, isKeyCard }, place })
  }
  return inReadingOrder(
    cards,
    ({ place }) => place,
    ({ card }) => card.record.id,
  ).map(({ card }) => card)
}
