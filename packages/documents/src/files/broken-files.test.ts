import { readFileSync } from 'node:fs'
import { seededRandom } from '@stip/primitives'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aReader, bytesOf, expectSound } from '../test/files.ts'
import { aBinding, aDocument, aFrame, anArrow, anAsset, anImage, aNote } from '../test/records.ts'
import { toTldrawFile } from '../tldraw-file.ts'
import { createRecord } from '../record/write-record.ts'
import { boardFileEndings, readBoardFile } from './read-board-file.ts'

const files: Readonly<Record<string, Uint8Array>> = {
  'a.tldr': aTldrawFile(),
  'a.excalidraw': anExcalidrawFile(),
  'newer.tldr': newerTldrawFile(),
  'wide.tsv': new Uint8Array(
    Buffer.from('tekst\tkleur\r\nCafé\tgeel\r\n"Een\nTwee"\troze', 'utf16le'),
  ),
  'a.csv': bytesOf('tekst;kleur;x;y\r\nGroen;geel;1;2\r\n"Rust; ruimte";roze;3;4'),
}
const names = [...boardFileEndings.map((ending) => `a${ending}`), 'a', 'foto.heic']

describe('[I11] a broken file', () => {
  it('is read or refused, whatever bytes it has', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.uint8Array({ maxLength: 2000 }), (name, bytes) => {
        expect(isSoundOrRefused(name, bytes)).toBe(true)
      }),
    )
  })

  it('is read or refused, whatever JSON it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('tldr', 'excalidraw', 'json'),
        fc.jsonValue(),
        fc.array(fc.jsonValue()),
        (ending, value, list) => {
          expect(isSoundOrRefused(`a.${ending}`, bytesOf(value))).toBe(true)
          const inPlace = { elements: list, records: list, schema: {}, files: value }
          expect(isSoundOrRefused(`a.${ending}`, bytesOf(inPlace))).toBe(true)
        },
      ),
    )
  })

  it.each(Object.keys(files))('%s, cut off anywhere', (name) => {
    const whole = files[name] ?? new Uint8Array()
    const step = Math.max(1, Math.floor(whole.length / 200))
    for (let end = 0; end < whole.length; end += step)
      expect(isSoundOrRefused(name, whole.subarray(0, end))).toBe(true)
  })

  it.each(Object.keys(files))('%s, with values exchanged', (name) => {
    const text = new TextDecoder().decode(files[name])
    for (let seed = 1; seed <= 300; seed++)
      expect(isSoundOrRefused(name, bytesOf(mutated(text, seed)))).toBe(true)
  })
})

/** Reads a file; what comes of it must be sound, or a refusal. */
function isSoundOrRefused(name: string, bytes: Uint8Array): boolean {
  const outcome = readBoardFile(name, bytes, aReader())
  if (!outcome.ok) return true
  expect(outcome.value.records.length).toBeGreaterThan(0)
  expectSound(outcome.value)
  return true
}

/** Exchanges a few values of a JSON text for others, so that it often stays JSON. */
function mutated(text: string, seed: number): string {
  const random = seededRandom(seed)
  const values = ['null', '-1', '1000001', '"x"', '[]', '{}', 'true', '""', '"shape:a"', '99999999']
  return text.replace(/(?<=[:[,])(?:-?\d+(?:\.\d+)?|"[^"]*"|true|false|null)(?=[,\]}])/g, (found) =>
    random() < 0.03 ? (values[Math.floor(random() * values.length)] ?? found) : found,
  )
}

function newerTldrawFile(): Uint8Array {
  const name = 'fixtures/one-drawing-by-tldraw-version.json'
  const versions = JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
  return bytesOf(versions['5.5.2'])
}

function aTldrawFile(): Uint8Array {
  const document = aDocument(1)
  for (const record of [
    aNote('a'),
    aFrame('f'),
    { ...aNote('in'), parentId: 'shape:f' },
    anArrow('p'),
    aBinding('b', 'p', 'a'),
    anAsset('foto'),
    anImage('i', 'foto'),
  ]) {
    createRecord(document, record)
  }
  const data = new Map([['/api/assets/avond/foto.png', 'data:image/png;base64,AAAA']])
  return bytesOf(toTldrawFile(document, data))
}

function anExcalidrawFile(): Uint8Array {
  const common = { x: 1, y: 2, width: 30, height: 40, angle: 0.5, strokeColor: '#e03131' }
  const points = [
    [0, 0],
    [20, 10],
    [30, -5],
  ]
  return bytesOf({
    type: 'excalidraw',
    elements: [
      { ...common, id: 'a', type: 'rectangle', backgroundColor: '#a5d8ff', fillStyle: 'solid' },
      { ...common, id: 'b', type: 'text', text: 'Woorden', containerId: 'a', fontSize: 20 },
      { ...common, id: 'c', type: 'arrow', points, startBinding: { elementId: 'a' } },
      { ...common, id: 'd', type: 'line', points },
      { ...common, id: 'e', type: 'freedraw', points, pressures: [0.1, 0.5, 0.9] },
      { ...common, id: 'g', type: 'image', fileId: 'x', scale: [1, -1], frameId: 'k' },
      { ...common, id: 'k', type: 'frame', name: 'Kader' },
    ],
    files: { x: { dataURL: 'data:image/png;base64,AAAA', mimeType: 'image/png' } },
  })
}
