import { zoneRecord } from '@stip/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { countKeyCards } from './count-key-cards.ts'
import { takeAway } from '../take-away.ts'
import { aNote, richText } from '../test/records.ts'
import { changeFields, createRecord } from '../record/write-record.ts'

const zone = zoneRecord({
  id: 'shape:thema',
  x: 0,
  y: 0,
  w: 1000,
  h: 800,
  title: 'Onze hoofdpunten',
  question: '',
  color: 'yellow',
  style: 'area',
  letter: '',
  index: 'Y01',
  isForKeyCards: true,
})

const words = (text: string) => ({ richText: richText(text) })

describe('hoofdpunten of a board', () => {
  it('[B44] are what has a star and what lies in the zone for them, each once', () => {
    const board = new Y.Doc()
    createRecord(board, zone, { isTemplate: true })
    createRecord(board, aNote('in', { x: 300, y: 300, props: words('Eén loket') }))
    createRecord(board, aNote('uit', { x: 3000, y: 300, props: words('Misschien') }))
    createRecord(board, aNote('leeg', { x: 600, y: 300 }))
    const star = { x: 3000, y: 900, meta: { keyCard: true }, props: words('Deur open') }
    createRecord(board, aNote('ster', star))
    const again = { x: 600, y: 500, props: words('eén  LOKET') }
    createRecord(board, aNote('nog-eens', again))
    expect(countKeyCards(board)).toBe(2)
    const chosen = { x: 100, y: 500, meta: { keyCard: true }, props: words('Ruimte') }
    createRecord(board, aNote('gekozen', chosen))
    expect(countKeyCards(board)).toBe(2)
    changeFields(board, 'shape:gekozen', { gone: true })
    changeFields(board, 'shape:ster', { 'm.keyCard': false })
    changeFields(board, 'shape:in', { gone: true })
    expect(countKeyCards(board)).toBe(1)
    takeAway(board, 'shape:nog-eens')
    expect(countKeyCards(board)).toBe(0)
  })

  it('[B44] are those of notes that name the zone, wherever they lie on paper', () => {
    const board = new Y.Doc()
    createRecord(board, zone, { isTemplate: true })
    const low = { x: 100, y: 2000, meta: { zone: zone.id }, props: { richText: richText('Laag') } }
    createRecord(board, aNote('laag', low))
    expect(countKeyCards(board)).toBe(1)
  })
})
