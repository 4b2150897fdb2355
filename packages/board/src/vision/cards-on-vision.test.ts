import { describe, expect, it } from 'vitest'
import { fillId } from '../merge/merge-ids.ts'
import { aVision, collectInto } from '../test/collecting.ts'
import { aGroupBoard, aNote, aZone, aZoneForKeyCards, stored } from '../test/records.ts'
import { cardsOnVision } from './cards-on-vision.ts'

const letGo = aZone('los', 'Dit laten we los', 0, 0)
const chosen = aZoneForKeyCards('thema', 2000)
const zone = aZone('zin', 'Onze zin', 0, 1000)
const sentence = { ...zone, record: { ...zone.record, meta: { kind: 'text' } } }

describe('[C13] cards on the vision', () => {
  it('are what groups brought, with the zone in which it was written first', () => {
    const board = aGroupBoard('B', [
      letGo,
      chosen,
      { ...aNote('ster', 'Deur open', { x: 100, y: 100 }), meta: { keyCard: true } },
      aNote('gekozen', 'Eén loket', { x: 2100, y: 300 }),
    ])
    const vision = aVision('merge')
    collectInto(vision, [board], 'merge')
    vision.add(aNote('eigen', 'Hier geschreven'))
    const cards = cardsOnVision({ vision: vision.all(), boards: [board] })
    expect(cards.map(({ words, groups, zone }) => [words, groups, zone])).toEqual([
      ['Deur open', ['groep-b'], 'Dit laten we los'],
      ['Eén loket', ['groep-b'], ''],
    ])
  })

  it('know where the note lay of which a hoofdpunt is a copy', () => {
    const copy = stored({
      ...aNote('kopie', 'Meer bomen', { x: 2100, y: 300 }),
      id: fillId('shape:thema', 'shape:boom'),
    })
    const source = { board: 'bord-a', record: 'shape:boom', revision: 0, group: 'groep-a' }
    const board = aGroupBoard('A', [
      letGo,
      chosen,
      aNote('boom', 'Bomen', { x: 100, y: 100 }),
      { ...copy, sources: [source] },
    ])
    const vision = aVision('share')
    collectInto(vision, [board])
    const [card] = cardsOnVision({ vision: vision.all(), boards: [board] })
    expect(card).toMatchObject({ words: 'Meer bomen', zone: 'Dit laten we los' })
    expect(cardsOnVision({ vision: vision.all(), boards: [] })[0]?.zone).toBe('')
  })

  it('are no sentences', () => {
    const board = aGroupBoard('A', [
      sentence,
      aNote('s', 'In onze gemeente luisteren we', { x: 20, y: 1020 }),
    ])
    const vision = aVision('share')
    collectInto(vision, [board])
    expect(vision.live().map(({ type }) => type)).toContain('text')
    expect(cardsOnVision({ vision: vision.all(), boards: [board] })).toEqual([])
  })
})
