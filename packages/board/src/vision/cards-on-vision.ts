import type { RecordId } from '@stip/primitives'
import type { SourceBoard } from '../merge/merge-plan.ts'
import { wordsOn } from '../outline/words.ts'
import type { BoardRecord, StoredRecord } from '../record.ts'
import { viewSources } from '../source-view.ts'
import { isForKeyCards } from '../zone.ts'
import { cardsOf, zonesOf } from '../collect/cards.ts'
import { zoneFinder } from '../collect/zone-finder.ts'

/** A hoofdpunt that stands on the vision. */
export interface CardOnVision {
  readonly id: RecordId
  /** The groups that it came from, by their ids. */
  readonly groups: readonly string[]
  readonly words: string
  /** Title of the zone in which somebody first wrote it, on the board of their group; '' when nobody knows. */
  readonly zone: string
}

/**
 * The cards with words that groups brought to the vision, as one reads them. A sentence, which lies in
 * a zone for sentences on either board, is none; nor is what somebody wrote on the vision itself.
 */
export function cardsOnVision(input: {
  readonly vision: readonly StoredRecord[]
  readonly boards: readonly SourceBoard[]
}): readonly CardOnVision[] {
  const sourcesOf = new Map(input.vision.map(({ record, sources }) => [record.id, sources]))
  const zonesOnBoards = zoneReader(input.boards)
  const group = { id: '', letter: '', name: '', color: 'white' } as const
  const views = viewSources([{ board: '', group, records: input.vision }])
  return views.flatMap((view) => {
    const zoneOf = zonesOf(view)
    return cardsOf(view).flatMap(({ record }) => {
      const sources = sourcesOf.get(record.id) ?? []
      const [first] = sources
      if (first === undefined || record.type === 'image') return []
      const lay = zonesOnBoards(first.board, first.record)
      if ([view.zones.get(zoneOf(record) ?? ''), ...lay].some(isForSentences)) return []
      const groups = [...new Set(sources.map((source) => source.group))].toSorted()
      return [{ id: record.id, groups, words: wordsOn(record).trim(), zone: firstTitle(lay) }]
    })
  })
}

function isForSentences(zone: BoardRecord | undefined): boolean {
  return zone?.meta['kind'] === 'text'
}

/** The title of the zone in which it all began; one for hoofdpunten says nothing about what lies in it. */
function firstTitle(zones: readonly BoardRecord[]): string {
  const title = zones.findLast((zone) => !isForKeyCards(zone))?.props['title']
  return typeof title === 'string' ? title : ''
}

/** Finds the zones in which a card lay: a hoofdpunt may be a copy of a note of an earlier step, which comes last. */
function zoneReader(
  boards: readonly SourceBoard[],
): (board: string, record: RecordId) => readonly BoardRecord[] {
  const known = new Map(boards.map((source) => [source.board, boardOf(source)]))
  return (board, record) => {
    const there = known.get(board)
    if (there === undefined) return []
    const zones: BoardRecord[] = []
    const seen = new Set<RecordId>()
    let stored = there.records.get(record)
    while (stored !== undefined && !seen.has(stored.record.id)) {
      seen.add(stored.record.id)
      zones.push(...there.zoneOf(stored.record))
      const source = stored.sources.find((one) => one.board === board)
      stored = there.records.get(source?.record ?? '')
    }
    return zones
  }
}

interface KnownBoard {
  readonly records: ReadonlyMap<RecordId, StoredRecord>
  readonly zoneOf: (record: BoardRecord) => readonly BoardRecord[]
}

function boardOf(source: SourceBoard): KnownBoard {
  const records = new Map(source.records.map((stored) => [stored.record.id, stored]))
  const [view] = viewSources([source])
  if (view === undefined) return { records, zoneOf: () => [] }
  // What is deleted by now still lies where it was.
  const shapes = new Map(source.records.map(({ record }) => [record.id, record]))
  const find = zoneFinder(view.zones, shapes, view.geometry)
  return {
    records,
    zoneOf: (record) => {
      const zone = view.zones.get(find(record) ?? '')
      return zone === undefined ? [] : [zone]
    },
  }
}
