import type { ZoneView } from '@stip/api'
import type { BoardRecord, OutlineItem } from '@stip/board'
import { areasOf } from './board-areas.ts'
import type { AreaContent, ZoneContent } from './board-areas.ts'

/** A sentence or hoofdpunt with the letters of the groups that it comes from. */
export interface Said {
  readonly id: string
  readonly text: string
  readonly letters: readonly string[]
  /** Of another voice: how many others say "Ik ook", and of what it is. */
  readonly also?: number
  readonly about?: string
}

/** What stands under one title, as 'Dit bieden wij'. */
export interface SaidUnder {
  readonly title: string
  readonly said: readonly Said[]
}

/** The vision as a room reads it. */
export interface VisionReading {
  readonly sentences: readonly Said[]
  /** What stands below them: what we offer and what we ask. */
  readonly below: readonly SaidUnder[]
  /** What stands beside all that: on what we differ, and what is still open. */
  readonly beside: readonly SaidUnder[]
  /** Hoofdpunten of the groups, those of a group together. */
  readonly cards: readonly Said[]
}

/** Which groups something comes from, as letters. */
export type LettersOf = (record: string) => readonly string[]

/**
 * Reads the vision off its board: the sentences of the step that came last, and the hoofdpunten.
 *
 * @param sourcesOf - The letters of the groups whose work stands behind a record.
 */
export function visionOf(
  records: readonly BoardRecord[],
  known: readonly ZoneView[],
  sourcesOf: LettersOf,
): VisionReading {
  const areas = areasOf(records, known)
  const metas = new Map(records.map(({ id, meta }) => [id, meta]))
  const lettersOf = (id: string): readonly string[] => {
    const group = metas.get(id)?.['group']
    return [...sourcesOf(id), ...(typeof group === 'string' && group !== '' ? [group] : [])]
  }
  const said = ({ id, text, connections }: OutlineItem): Said => {
    // An arrow from a hoofdpunt to a sentence says that it stands behind that.
    const behind = [id, ...connections.map(({ other }) => other)]
    return { id, text: text.trim(), letters: [...new Set(behind.flatMap(lettersOf))].toSorted() }
  }
  const written = areas
    .filter(({ isInLane }) => !isInLane)
    .map(({ zones }) =>
      zones
        .filter(isForSentences)
        .map(({ title, items }) => ({ title, said: items.filter(hasWords).map(said) }))
        .filter((zone) => zone.said.length > 0),
    )
    .findLast((zones) => zones.length > 0)
  const [first, ...others] = written ?? []
  const isMain = first !== undefined && !isBelow(first.title)
  return {
    sentences: isMain ? first.said : [],
    below: isMain || first === undefined ? others : [first, ...others],
    beside: besideIn(areas, said),
    cards: cardsOf(areas, said),
  }
}

/** Whether anything can be read of the vision yet. */
export function canReadVision({ sentences, below, beside, cards }: VisionReading): boolean {
  return sentences.length + below.length + beside.length + cards.length > 0
}

function isForSentences({ kind, title }: ZoneContent): boolean {
  return kind === 'text' || (kind === '' && (isBelow(title) || /^onze globale visie$/i.test(title)))
}

function isBelow(title: string): boolean {
  return /^dit (?:bieden|vragen) wij$/i.test(title.trim())
}

/** Differences are kept and not averaged: each stands there, however many steps it is ago. */
function besideIn(
  areas: readonly AreaContent[],
  said: (item: OutlineItem) => Said,
): readonly SaidUnder[] {
  const zones = areas
    .filter(({ isInLane }) => !isInLane)
    .flatMap((area) => area.zones.filter(({ title, letter }) => letter === '' && isBeside(title)))
  return [...Map.groupBy(zones, ({ title }) => title)].flatMap(([title, all]) => {
    const words = all.flatMap(({ items }) => items.filter(hasWords).map(said))
    return words.length === 0 ? [] : [{ title, said: words }]
  })
}

function isBeside(title: string): boolean {
  return /^(?:hier verschillen we|nog uitzoeken)$/i.test(title.trim())
}

function hasWords({ kind, text }: OutlineItem): boolean {
  return (kind === 'text' || kind === 'note') && text.trim() !== ''
}

/** The notes that groups gave a star; where none has one, all that groups brought. */
function cardsOf(
  areas: readonly AreaContent[],
  said: (item: OutlineItem) => Said,
): readonly Said[] {
  const notes = areas
    .flatMap(({ zones }) => zones.filter((zone) => !isForSentences(zone) && !isBeside(zone.title)))
    .flatMap(({ items }) => items)
    .filter(({ kind, text }) => kind === 'note' && text.trim() !== '')
  const starred = notes.filter(({ isKeyCard }) => isKeyCard)
  const cards = (starred.length > 0 ? starred : notes).map(said)
  const byGroups = Map.groupBy(
    cards.filter(({ letters }) => letters.length > 0),
    ({ letters }) => letters.join(' '),
  )
  return [...byGroups.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, together]) => unique(together))
}

/** The same card in two steps is read once. */
function unique(cards: readonly Said[]): readonly Said[] {
  return [...new Map(cards.map((card) => [card.text.toLowerCase(), card])).values()]
}
