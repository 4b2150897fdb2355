import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyWrites } from './apply-writes.ts'
import { changeFields, createRecord, setSources } from './record/write-record.ts'
import { readRecord } from './record/read-record.ts'
import {
  aDocument,
  anAsset,
  anImage,
  aNote,
  exchange,
  richText,
  updatesOf,
} from './test/records.ts'
import { bringBack, isTakenAway, isWhollyAway, takeAway } from './take-away.ts'
import { recordMap } from './schema/layout.ts'

const words = 'Jan uit de Kerkstraat'
const base = { t: richText(words) }

describe('[B150] taking a record away', () => {
  it('leaves no word of it in the document, on any screen', () => {
    const { server, phone, laptop } = aBoardWithANote()
    takeAway(server, 'shape:n')
    exchange(server, phone, laptop)
    for (const document of [server, phone, laptop]) {
      expect(textIn(document)).not.toContain('Kerkstraat')
      expect(readRecord(document, 'shape:n')).toMatchObject({ isGone: true, isTakenAway: true })
    }
  })

  it('leaves none to who comes later, nor in fields that words stand in', () => {
    const server = aDocument(1)
    const arrow = { ...aNote('a'), type: 'arrow', props: { text: words } }
    createRecord(server, arrow)
    changeFields(server, 'shape:a', { 'p.text': `${words}!` })
    takeAway(server, 'shape:a')
    const later = aDocument(2)
    Y.applyUpdate(later, Y.encodeStateAsUpdate(server))
    expect(textIn(later)).not.toContain('Kerkstraat')
  })

  it('keeps it away from who moves it or types in it at that moment', () => {
    const { server, phone, laptop } = aBoardWithANote()
    takeAway(server, 'shape:n')
    changeFields(phone, 'shape:n', { xy: [5, 5] })
    changeFields(laptop, 'shape:n', { t: richText(`${words} weer`) })
    exchange(server, phone, laptop)
    for (const document of [server, phone, laptop]) {
      expect(textIn(document)).not.toContain('Kerkstraat')
      expect(readRecord(document, 'shape:n')?.isGone).toBe(true)
    }
  })

  it('is undone by no undo of who wrote it', () => {
    const { server, phone, laptop } = aBoardWithANote()
    const undo = new Y.UndoManager(phone.getMap('records'), { trackedOrigins: new Set(['own']) })
    phone.transact(() => {
      changeFields(phone, 'shape:n', { t: richText('Iets anders'), gone: true })
    }, 'own')
    exchange(server, phone, laptop)
    takeAway(server, 'shape:n')
    exchange(server, phone, laptop)
    undo.undo()
    exchange(server, phone, laptop)
    expect(textIn(laptop)).not.toContain('Kerkstraat')
  })

  it('gives no words, memory or sight back to what the server writes later', () => {
    const { server } = aBoardWithANote()
    takeAway(server, 'shape:n')
    const then = { t: richText(words), gone: false }
    applyWrites(server, [{ kind: 'change', id: 'shape:n', fields: then, sources: [], base }])
    applyWrites(server, [
      { kind: 'create', record: aNote('n'), isTemplate: false, sources: [], base },
    ])
    setSources(server, 'shape:n', [], base)
    expect(textIn(server)).not.toContain('Kerkstraat')
    expect(isWhollyAway(server, 'shape:n')).toBe(true)
  })

  it('is done again of what came back all the same, and only then', () => {
    const { server } = aBoardWithANote()
    takeAway(server, 'shape:n')
    const map = recordMap(server, 'shape:n')
    for (const spoil of [
      () => map?.set('base', base),
      () => map?.set('gone', false),
      () => changeFields(server, 'shape:n', { t: richText(words) }),
    ]) {
      spoil()
      expect(isWhollyAway(server, 'shape:n')).toBe(false)
      expect(readRecord(server, 'shape:n')?.isGone).toBe(true)
      expect(takeAway(server, 'shape:n')).toBeUndefined()
      expect(textIn(server)).not.toContain('Kerkstraat')
      expect(updatesOf(server, () => void takeAway(server, 'shape:n'))).toEqual([])
    }
  })

  it('leaves a drawing and a photo with nothing to say as well', () => {
    const server = aDocument(1)
    const segments = [
      {
        type: 'free',
        points: [
          { x: 0, y: 0, z: 0.25 },
          { x: 9, y: 5, z: 0.5 },
        ],
      },
    ]
    const drawing = { ...aNote('d'), type: 'draw', props: { segments } }
    for (const record of [drawing, anImage('i', 'a'), anAsset('a')]) {
      createRecord(server, record)
      takeAway(server, record.id)
      expect(isWhollyAway(server, record.id)).toBe(true)
    }
    expect(textIn(server)).not.toContain('foto.png')
  })

  it('is taken back as it was, once', () => {
    const { server, phone, laptop } = aBoardWithANote()
    const stored = takeAway(server, 'shape:n')
    expect(takeAway(server, 'shape:n')).toBeUndefined()
    exchange(server, phone, laptop)
    if (stored !== undefined) bringBack(server, stored)
    exchange(server, phone, laptop)
    expect(readRecord(laptop, 'shape:n')).toEqual(stored)
    expect(isTakenAway(laptop, 'shape:n')).toBe(false)
  })
})

function aBoardWithANote() {
  const [server, phone, laptop] = [aDocument(1), aDocument(2), aDocument(3)]
  createRecord(phone, aNote('n', { props: { richText: richText(words) } }))
  changeFields(phone, 'shape:n', { xy: [10, 20] })
  exchange(server, phone, laptop)
  server.transact(() => recordMap(server, 'shape:n')?.set('base', base))
  exchange(server, phone, laptop)
  return { server, phone, laptop }
}

/** All bytes of a document as letters. */
function textIn(document: Y.Doc): string {
  return new TextDecoder('latin1').decode(Y.encodeStateAsUpdate(document))
}
