import type { RecordId } from '@stip/primitives'
import { inReadingOrder } from '../outline/reading-order.ts'
import { wordsOn } from '../outline/words.ts'
import type { BoardRecord } from '../record.ts'
import type { Bounds } from '../shape-size.ts'
import { repeatedBy } from '../merge/repeats.ts'
import type { SourceView } from '../source-view.ts'
import { isForKeyCards } from '../zone.ts'
import { zoneFinder } from './zone-finder.ts'
import type { ZoneFinder } from './zone-finder.ts'

/** Something on the board of a group that says something by itself: words, or a picture. */
export interface Card {
  readonly record: BoardRecord
  readonly zone: RecordId | undefined
  /** Hoofdpunt: it has a star, or lies in a zone for hoofdpunten in which nothing has one. */
  readonly isKeyCard: boolean
}

const withWords: ReadonlySet<string> = new Set(['note', 'text', 'geo', 'stip'])

/** Whether a record is a card. A note without words says nothing yet. */
export function isCard(record: BoardRecord): boolean {
  if (record.typeName !== 'shape') return false
  if (record.type === 'image') return true
  return withWords.has(record.type) && wordsOn(record).trim() !== ''
}

/** Whether somebody marked something as a hoofdpunt. */
export function hasStar({ meta }: BoardRecord): boolean {
  return meta['keyCard'] === true
}

/** In which zone of the board of its group something lies. */
export function zonesOf(view: SourceView): ZoneFinder {
  return zoneFinder(view.zones, view.present, view.geometry)
}

/**
 * The cards on the board of a group, as one reads them. Where a group put stars in a zone for
 * hoofdpunten, those are its hoofdpunten; where it put none, all that lies there is. What only
 * repeats another card on the board is none.
 */
export function cardsOf(view: SourceView): readonly Card[] {
  const findZone = zonesOf(view)
  const cards: { record: BoardRecord; zone: RecordId | undefined; place: Bounds }[] = []
  for (const record of view.present.values()) {
    const place = isCard(record) ? view.geometry.boundsOf(record) : undefined
    if (place !== undefined) cards.push({ record, zone: findZone(record), place })
  }
  const inZones = cards.filter(({ zone }) => isForKeyCards(view.zones.get(zone ?? '')))
  const chosen = new Set(inZones.some(({ record }) => hasStar(record)) ? [] : inZones)
  const read = inReadingOrder(
    cards,
    ({ place }) => place,
    ({ record }) => record.id,
  ).map((card): Card => {
    const { record, zone } = card
    return { record, zone, isKeyCard: hasStar(record) || chosen.has(card) }
  })
  const byId = new Map(read.map((card) => [card.record.id, card]))
  return read.filter(({ record, isKeyCard }) => {
    const original = byId.get(repeatedBy(record, view.present)?.id ?? '')
    return original === undefined || (isKeyCard && !original.isKeyCard)
  })
}
