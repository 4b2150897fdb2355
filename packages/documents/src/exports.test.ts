import { createTLSchema } from '@tldraw/tlschema'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { toBoardJson } from './board-json.ts'
import { toTldrawFile } from './tldraw-file.ts'
import {
  aBinding,
  aDocument,
  aFrame,
  aHorizon,
  anArrow,
  anAsset,
  anImage,
  aNote,
  aStip,
  aZone,
  richText,
} from './test/records.ts'
import { changeFields, createRecord } from './record/write-record.ts'

describe('a board as a file', () => {
  it('[B40] is a file that plain tldraw accepts, with every record on the board', () => {
    const { records, schema, tldrawFileFormatVersion } = toTldrawFile(aBoard())
    const plain = createTLSchema()
    expect(tldrawFileFormatVersion).toBe(1)
    expect(schema).toEqual(plain.serialize())
    const store = Object.fromEntries(records.map((record) => [record['id'], record]))
    const migrated = plain.migrateStoreSnapshot({
      store,
      schema: plain.serialize(),
    })
    expect(migrated.type).toBe('success')
    for (const record of records) {
      const type = Object.values(plain.types).find((one) => one.typeName === record['typeName'])
      expect(() => type?.validate(record as never)).not.toThrow()
    }
    expect(records.map((record) => record['typeName'])).toEqual([
      'document',
      'page',
      'asset',
      'binding',
      ...Array.from({ length: 5 }, () => 'shape'),
    ])
  })

  it('[B41] turns zones into locked rectangles with their words', () => {
    const zone = toTldrawFile(aBoard()).records.find((record) => record['id'] === 'shape:z')
    expect(zone).toMatchObject({ type: 'geo', isLocked: true, props: { geo: 'rectangle', w: 800 } })
    expect(JSON.stringify(zone)).toContain('Wat zie je?')
  })

  it('[B41] turns a stip and a horizon into shapes that plain tldraw draws', () => {
    const board = aDocument(1)
    createRecord(board, aStip('s'))
    createRecord(board, aHorizon('h'))
    const shapes = toTldrawFile(board).records.filter((record) => record['typeName'] === 'shape')
    const plain = createTLSchema()
    for (const shape of shapes)
      expect(() => plain.types.shape.validate(shape as never)).not.toThrow()
    expect(shapes).toMatchObject([
      { type: 'geo', props: { geo: 'rectangle', w: 1200, h: 6 } },
      { type: 'geo', props: { geo: 'ellipse', w: 320, richText: richText('Iedereen doet mee.') } },
    ])
  })

  it('[B42] carries images inside, and no address of this server', () => {
    const data = 'data:image/png;base64,AAAA'
    const file = toTldrawFile(aBoard(), new Map([['/api/assets/avond/foto.png', data]]))
    expect(file.records.find((record) => record['typeName'] === 'asset')).toMatchObject({
      props: { src: data },
    })
    expect(JSON.stringify(toTldrawFile(aBoard()))).not.toContain('/api/assets')
  })

  it('[B43] is readable JSON with the words and sources of every record', () => {
    const source = { board: 'b1', record: 'shape:x', revision: 1, group: 'g1' }
    const document = aBoard()
    const words = aNote('n', { index: 'a9', props: { richText: richText('Meer', 'groen') } })
    createRecord(document, words, { sources: [source] })
    changeFields(document, 'shape:f', { gone: true })
    const { format, version, records } = toBoardJson(document)
    expect([format, version]).toEqual(['stip-board', 1])
    expect(records.map((record) => record['id'])).not.toContain('shape:f')
    expect(records.find((record) => record['id'] === 'shape:n')).toEqual({
      ...words,
      text: 'Meer\ngroen',
      sources: [source],
    })
    expect(records.find((record) => record['id'] === 'shape:p')?.['text']).toBe('leidt tot')
  })
})

function aBoard(): Y.Doc {
  const document = aDocument(1)
  createRecord(document, aZone('z'), { isTemplate: true })
  for (const record of [
    aNote('a'),
    aFrame('f'),
    anArrow('p'),
    aBinding('b', 'p', 'a'),
    anAsset('foto'),
    anImage('i', 'foto'),
  ]) {
    createRecord(document, record)
  }
  return document
}
