import { describe, expect, it } from 'vitest'
import { COPY_OF } from '../copy-origin.ts'
import { fillId } from '../merge/merge-ids.ts'
import { plainTextOf } from '../plain-text.ts'
import type { BoardRecord, StoredRecord } from '../record.ts'
import { aVision, collectInto } from '../test/collecting.ts'
import { aGroupBoard, aNote, aZone, aZoneForKeyCards, richText } from '../test/records.ts'
import { TestBoard } from '../test/test-board.ts'
import type { CollectPlace } from './collect-input.ts'
import { fillZones } from './fill-zones.ts'
import { trayOf } from './tray.ts'

const chosen = aZoneForKeyCards('thema', 2000)
const again = aZoneForKeyCards('hoofdpunten', 4000)
const offer = aZone('bieden', 'Dit bieden wij', 0, 1000)
const offerOnce = aZone('dit-bieden-wij', 'Dit bieden wij', 4000, 1000)
const zones = [chosen, again, offer, offerOnce]
const places: readonly CollectPlace[] = [
  { zone: again.record.id, what: 'key-cards', from: [], group: undefined },
  { zone: offerOnce.record.id, what: 'cards', from: [offer.record.id], group: undefined },
]

describe('filling the zones of a group', () => {
  it('[C20] copies what the group made to the zones that take it, with where it came from', () => {
    const board = aBoard(inZone('een', 'Eén loket'), offered('uur', 'Een uur per week'))
    fill(board)
    expect(wordsIn(board, again)).toEqual(['Eén loket'])
    expect(wordsIn(board, offerOnce)).toEqual(['Een uur per week'])
    expect(wordsIn(board, chosen)).toEqual(['Eén loket'])
    const copy = board.get(fillId(again.record.id, 'shape:een'))
    expect(copy?.sources).toMatchObject([{ board: 'bord-a', record: 'shape:een' }])
    expect(copy?.record.meta).toMatchObject({ [COPY_OF]: 'bord-a/shape:een' })
    expect(copy?.record.meta).not.toHaveProperty('group')
  })

  it('[C20] takes those with a star where the group put any', () => {
    const board = aBoard(
      { ...offered('uur', 'Een uur per week'), meta: { keyCard: true } },
      offered('geld', 'Geld'),
    )
    fill(board)
    expect(wordsIn(board, offerOnce)).toEqual(['Een uur per week'])
  })

  it('[C21] does nothing the second time, and brings only what is new', () => {
    const board = aBoard(inZone('een', 'Eén loket'))
    fill(board)
    expect(fill(board)).toEqual([])
    board.add(inZone('twee', 'Deur open', 2400))
    fill(board)
    expect(wordsIn(board, again)).toEqual(['Eén loket', 'Deur open'])
  })

  it('[C21] does not bring back what people removed, and follows what nobody touched', () => {
    const board = aBoard(inZone('een', 'Eén loket'), inZone('twee', 'Deur open', 2400))
    fill(board)
    board.remove(fillId(again.record.id, 'shape:een'))
    board.change('shape:twee', { t: richText('De deur staat open') })
    fill(board)
    expect(wordsIn(board, again)).toEqual(['De deur staat open'])
    board.change(fillId(again.record.id, 'shape:twee'), { t: richText('Onze eigen zin') })
    board.change('shape:twee', { t: richText('Deur dicht') })
    fill(board)
    expect(wordsIn(board, again)).toEqual(['Onze eigen zin'])
    board.remove('shape:twee')
    fill(board)
    expect(wordsIn(board, again)).toEqual(['Onze eigen zin'])
  })

  it('[C22] makes no hoofdpunt twice: not on the vision, and not in the tray', () => {
    const board = aBoard(inZone('een', 'Eén loket'), offered('uur', 'Een uur per week'))
    fill(board)
    const vision = aVision('share')
    const boards = [aGroupBoard('A', board.all())]
    expect(collectInto(vision, boards).summary.added).toBe(1)
    expect(trayOf({ boards, vision: vision.all() })).toMatchObject({ cards: 2, used: 1 })
    expect(fill(board)).toEqual([])
  })

  it('[C22] what the group made something else of is a card of its own', () => {
    const board = aBoard(inZone('een', 'Eén loket'))
    fill(board)
    board.change(fillId(again.record.id, 'shape:een'), { t: richText('Eén loket, ook in de wijk') })
    const boards = [aGroupBoard('A', board.all())]
    const vision = aVision('share')
    expect(collectInto(vision, boards).summary.added).toBe(2)
    expect(fill(board)).toEqual([])
  })

  it('[C22] a note that was copied into the zone for hoofdpunten is one', () => {
    const copy = { ...inZone('keuze', 'Plein'), meta: { [COPY_OF]: 'bord-a/shape:los' } }
    const boards = [aGroupBoard('A', [...zones, aNote('los', 'Plein', { y: 3000 }), copy])]
    const vision = aVision('share')
    expect(collectInto(vision, boards).summary.added).toBe(1)
  })
})

function aBoard(...records: readonly BoardRecord[]): TestBoard {
  return new TestBoard([...zones, ...records])
}

function inZone(name: string, text: string, x = 2100): BoardRecord {
  return aNote(name, text, { x, y: 300 })
}

function offered(name: string, text: string): BoardRecord {
  return aNote(name, text, { x: 100, y: 1300 })
}

function fill(board: TestBoard) {
  const boards = [aGroupBoard('A', board.all())]
  const { writes } = fillZones({ boards, vision: board.all(), merge: 0, places })
  board.apply(writes)
  return writes
}

function wordsIn(board: TestBoard, { record: zone }: StoredRecord): readonly string[] {
  return board
    .live()
    .filter(({ meta, x, y }) =>
      meta['zone'] === undefined
        ? Number(x) >= Number(zone['x']) &&
          Number(x) < Number(zone['x']) + 1200 &&
          Number(y) >= Number(zone['y']) &&
          Number(y) < Number(zone['y']) + 800
        : meta['zone'] === zone.id,
    )
    .map(({ props }) => plainTextOf(props['richText']))
}
