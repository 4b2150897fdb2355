import type { BoardRecord } from '@stip/board'
import type { Json } from '@stip/primitives'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainTextOf } from '../../text/rich-text.ts'
import { aReader, bytesOf, read } from '../../test/files.ts'
import { aFrame, aNote, aZone, richText } from '../../test/records.ts'
import { notesAsRecords, readLines } from '../note-block.ts'
import { readNotesFile } from './read-notes.ts'
import { notesAsCsv } from './write-notes.ts'

describe('a table of notes', () => {
  it('[I6] is Dutch, and safe to open in a spreadsheet', () => {
    const key = { ...aNote('k', { x: 900, y: 10 }), meta: { keyCard: true } }
    const formula = aNote('f', {
      props: { richText: richText('=HYPERLINK("x")'), color: 'light-red' },
    })
    const csv = notesAsCsv([aZone('z'), key, formula])
    expect(csv).toBe(
      '\uFEFFtekst;kleur;hoofdpunt;vak;x;y\r\n' +
        '"\'=HYPERLINK(""x"")";roze;;Wat zie je?;100;200\r\n' +
        ';geel;ja;;900;10',
    )
  })

  it('[I6] says where a note in a frame stands on the board', () => {
    const frame = aFrame('f', { x: 1000, y: 1000 })
    const note = { ...aNote('n', { x: 10, y: 20 }), parentId: 'shape:f' }
    expect(notesAsCsv([frame, note])).toContain(';1010;1020')
  })

  it('[I6] brings the same notes back', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 })
    const text = words.map((lines) => lines.join(' ').replace(/\s+/gu, ' ').trim())
    const note = fc.record({
      text: text.filter((each) => each !== '' && !/^'|\p{Cc}|\uFEFF/u.test(each)),
      color: fc.constantFrom('yellow', 'light-red', 'orange'),
      isKeyCard: fc.boolean(),
      place: fc.record({
        x: fc.integer({ min: -9000, max: 9000 }),
        y: fc.integer({ min: -9000, max: 9000 }),
      }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(note, { minLength: 1, selector: ({ text }) => text }), (notes) => {
        const records = notesAsRecords(notes, aReader())
        const again = read(readNotesFile(bytesOf(notesAsCsv(records)), aReader())).records
        expect(new Set(again.map(asText))).toEqual(new Set(records.map(asText)))
      }),
    )
  })

  it.each([
    ['commas and headings', 'Text,Color\nGroen,Lichtgroen\n"Rust, ruimte",geel'],
    ['tabs', 'tekst\tkleur\nGroen\tlichtgroen\nRust, ruimte\tgeel'],
    ['semicolons and Windows line ends', 'Kleur;Tekst\r\nlichtgroen;Groen\r\n;Rust, ruimte\r\n'],
  ])('[I7] is read with %s', (_what, table) => {
    const { records } = read(readNotesFile(bytesOf(table), aReader()))
    expect(records.map(essence).map(([text, color]) => [text, color])).toEqual([
      ['Groen', 'light-green'],
      ['Rust, ruimte', 'yellow'],
    ])
  })

  it('[I7] may have no headings, and letters of older Windows', () => {
    const { records, leftOut } = read(
      readNotesFile(Uint8Array.of(67, 97, 102, 0xe9, 59, 49, 10, 66, 59, 50), aReader()),
    )
    expect(records.map((note) => essence(note)[0])).toEqual(['Café\n1', 'B\n2'])
    expect(leftOut).toBe(0)
    const sentences = read(readNotesFile(bytesOf('Rust, ruimte\nEn groen, ja'), aReader()))
    expect(sentences.records.map((note) => essence(note)[0])).toEqual([
      'Rust, ruimte',
      'En groen, ja',
    ])
  })

  it('[I10] with too many rows, or none, is refused', () => {
    expect(readNotesFile(bytesOf('x\n'.repeat(4_001)), aReader())).toMatchObject({
      refusal: 'too-many',
      count: 4_001,
    })
    expect(readNotesFile(bytesOf('tekst;kleur\n'), aReader())).toMatchObject({ refusal: 'empty' })
  })
})

describe('lines', () => {
  it('[I8] become notes without their bullets', () => {
    const { records } = read(readLines('- Groen\n\n  2. Water\r\n• Rust\n10 bomen', aReader()))
    const texts = records.map((note) => plainTextOf(note.props['richText']))
    expect(texts).toEqual(['Groen', 'Water', 'Rust', '10 bomen'])
  })

  it('[I8] stand in a tidy block where none lies over another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (count) => {
        const { records } = read(readLines('woord\n'.repeat(count), aReader()))
        const places = records.map(({ x, y }) => `${Number(x) / 220},${Number(y) / 220}`)
        expect(new Set(places).size).toBe(count)
        expect(places.every((place) => /^\d+,\d+$/.test(place))).toBe(true)
        expect(Math.max(...records.map(({ x }) => Number(x)))).toBeLessThan(220 * 30)
      }),
    )
  })

  it('[I10] without words are refused, and so are too many', () => {
    expect(readLines(' \n\n', aReader())).toMatchObject({ refusal: 'empty' })
    expect(readLines('x\n'.repeat(4_001), aReader())).toMatchObject({ refusal: 'too-many' })
  })

  it.each(['Starttijd', 'Begintijd', 'Start time'])(
    '[I23] of a form with %s have no times on them',
    (heading) => {
      const table = `Id;${heading};Tijd van voltooien;Wat mist er?\n1;12-5-2026;19:04;Een bank`
      const { records } = read(readNotesFile(bytesOf(table), aReader()))
      expect(records.map(({ props }) => plainTextOf(props['richText'] ?? null))).toEqual([
        'Een bank',
      ])
    },
  )
})

function asText(note: BoardRecord): string {
  return JSON.stringify(essence(note))
}

function essence({ props, meta, x, y }: BoardRecord): Json[] {
  const keyCard = meta['keyCard'] === true
  return [plainTextOf(props['richText']), props['color'] ?? '', keyCard, x ?? 0, y ?? 0]
}
