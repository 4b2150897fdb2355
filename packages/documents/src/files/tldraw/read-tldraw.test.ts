import type { BoardRecord } from '@stip/board'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { liveRecords } from '../../record/live-records.ts'
import { aReader, bytesOf, read } from '../../test/files.ts'
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
} from '../../test/records.ts'
import { toTldrawFile } from '../../tldraw-file.ts'
import { createRecord } from '../../record/write-record.ts'
import { readTldrawFile } from './read-tldraw.ts'

const picture = 'data:image/png;base64,AAAA'

describe('a .tldr file', () => {
  it('[I1] [I9] brings a whole board to another board', () => {
    const board = aBoard()
    const file = toTldrawFile(board, new Map([['/api/assets/avond/foto.png', picture]]))
    const { records, images, leftOut } = read(readTldrawFile(bytesOf(file), aReader()))
    expect(leftOut).toBe(0)
    expect(records.map(kindAndProps).toSorted(byText)).toEqual(
      liveRecords(board).map(kindAndProps).toSorted(byText),
    )
    const asset = records.find(({ typeName }) => typeName === 'asset')
    expect(asset?.props['src']).toBe(null)
    expect(images).toEqual([{ asset: asset?.id, name: 'foto.png', dataUrl: picture }])
  })

  it('[I1] keeps key cards and what a text describes', () => {
    const board = aBoard()
    createRecord(board, { ...aNote('hoofd'), meta: { keyCard: true, secret: 'x' } })
    createRecord(board, { ...aNote('woorden'), meta: { describes: 'shape:z' } })
    const { records } = read(readTldrawFile(bytesOf(toTldrawFile(board)), aReader()))
    const zone = records.find(({ type }) => type === 'zone')
    const metas = records.map(({ meta }) => meta).filter((meta) => Object.keys(meta).length > 0)
    expect(metas).toContainEqual({ keyCard: true })
    expect(metas).toContainEqual({ describes: zone?.id })
    expect(metas).toHaveLength(2)
  })

  it('[I1] gives a participant a rectangle in place of a zone', () => {
    const bytes = bytesOf(toTldrawFile(aBoard()))
    const { records } = read(readTldrawFile(bytes, aReader({ mayMakeZones: false })))
    expect(records.filter(({ type }) => type === 'zone')).toEqual([])
    const rectangle = records.find(({ type }) => type === 'geo')
    expect(rectangle).toMatchObject({ isLocked: false, props: { w: 800, h: 600 } })
    expect(JSON.stringify(rectangle)).toContain('Wat zie je?')
  })

  it('[I2] of an older tldraw is brought up to date', () => {
    const { richText: _words, ...old } = aNote('oud').props
    const note = { ...aNote('oud'), props: { ...old, text: 'Van vroeger' } }
    const file = toTldrawFile(aBoard())
    const sequences = (file.schema['sequences'] ?? {}) as Record<string, number>
    const schema = {
      ...file.schema,
      sequences: { ...sequences, 'com.tldraw.shape.note': 8 },
    }
    const { records } = read(
      readTldrawFile(bytesOf({ ...file, schema, records: [note] }), aReader()),
    )
    expect(JSON.stringify(records)).toContain('Van vroeger')
  })

  it('[I2] of a newer tldraw is read as far as it fits', () => {
    const file = toTldrawFile(aBoard())
    const schema = { schemaVersion: 2, sequences: { 'com.tldraw.store': 99 } }
    const fits = readTldrawFile(bytesOf({ ...file, schema, records: [aNote('a')] }), aReader())
    expect(read(fits).records).toHaveLength(1)
    const strange = { ...aNote('a'), props: { somethingNew: true } }
    const odd = readTldrawFile(bytesOf({ ...file, schema, records: [strange] }), aReader())
    expect(odd).toMatchObject({ ok: false, refusal: 'newer' })
  })

  it('[I3] puts pages next to each other and unlocks what is on them', () => {
    const records = [
      { ...aNote('a', { x: 0, y: 0, isLocked: true }), parentId: 'page:one' },
      { ...aNote('b', { x: 0, y: 0 }), parentId: 'page:two' },
    ]
    const imported = read(readTldrawFile(aFile(records), aReader())).records
    expect(imported.map(({ x, isLocked }) => [x, isLocked])).toEqual([
      [0, false],
      [400, false],
    ])
  })

  it('[I4] turns kinds that boards do not have into what one can read', () => {
    const bookmark = {
      ...aNote('b'),
      type: 'bookmark',
      props: { w: 300, h: 200, url: 'https://example.nl/' },
    }
    const card = { ...aNote('c'), type: 'my-card', props: { w: 300, h: 200, title: 'Van elders' } }
    const { records, leftOut } = read(readTldrawFile(aFile([bookmark, card]), aReader()))
    expect(leftOut).toBe(0)
    expect(records.map(({ type }) => type).toSorted()).toEqual(['geo', 'text'])
    expect(JSON.stringify(records)).toContain('https://example.nl/')
    expect(JSON.stringify(records)).toContain('Van elders')
  })

  it('[I4] leaves out and counts what is broken, foreign, or hangs on nothing', () => {
    const foreign = {
      ...anAsset('ver'),
      props: { ...anAsset('ver').props, src: 'https://x.nl/a.png' },
    }
    const records = [
      aNote('goed'),
      { ...aNote('kapot'), props: { color: 'no such colour' } },
      foreign,
      anImage('plaatje', 'ver'),
      { ...aNote('los'), parentId: 'shape:nergens' },
      { ...aFrame('om'), parentId: 'shape:me' },
      { ...aFrame('me'), parentId: 'shape:om' },
      { ...aNote('link'), props: { ...aNote('l').props, url: 'javascript:alert(1)' } },
    ]
    const imported = read(readTldrawFile(aFile(records), aReader()))
    expect(imported.records.map(({ type }) => type)).toEqual(['note'])
    expect(imported.leftOut).toBe(6)
  })

  it('[I10] with too many things, or none, is refused', () => {
    const many = Array.from({ length: 4_001 }, (_, number) => aNote(`n${number}`))
    expect(readTldrawFile(aFile(many), aReader())).toEqual({
      ok: false,
      refusal: 'too-many',
      count: 4_001,
    })
    expect(readTldrawFile(aFile([]), aReader())).toMatchObject({ refusal: 'empty' })
    expect(readTldrawFile(new Uint8Array(0), aReader())).toMatchObject({ refusal: 'empty' })
    const large = new Uint8Array(40 * 1024 * 1024 + 1)
    expect(readTldrawFile(large, aReader())).toMatchObject({ refusal: 'too-large' })
  })
})

function aFile(records: readonly object[]): Uint8Array {
  return bytesOf({ ...toTldrawFile(aDocument(1)), records })
}

/** What a record is, whatever it is called. */
function kindAndProps(record: BoardRecord): string {
  const { assetId: _asset, src: _src, ...props } = record.props
  const { x, y, rotation, isLocked } = record
  return JSON.stringify([
    record.type,
    x,
    y,
    rotation,
    isLocked,
    Object.entries(props).toSorted(([one], [other]) => byText(one, other)),
  ])
}

function byText(one: string, other: string): number {
  return one < other ? -1 : 1
}

function aBoard(): Y.Doc {
  const document = aDocument(1)
  createRecord(document, aZone('z'), { isTemplate: true })
  for (const record of [
    aNote('a', { props: { richText: richText('Meer', 'groen') } }),
    aFrame('f'),
    { ...aNote('in'), parentId: 'shape:f' },
    anArrow('p'),
    aBinding('b', 'p', 'a'),
    anAsset('foto'),
    anImage('i', 'foto'),
    aStip('s'),
    aHorizon('h'),
  ]) {
    createRecord(document, record)
  }
  return document
}
