import { readFileSync } from 'node:fs'
import { isXmlSafe } from '@stip/primitives'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainTextOf } from '../../text/rich-text.ts'
import { aReader, bytesOf, read } from '../../test/files.ts'
import { notesAsRecords } from '../note-block.ts'
import { readNotesFile } from './read-notes.ts'
import { notesAsCsv } from './write-notes.ts'

describe('tables that came out wrong', () => {
  it('[I20] with mixed line ends holds four notes, each with its colour', () => {
    expect(notesIn(fixture('csv-mixed-ends.csv'))).toEqual([
      ['Meer groen', 'light-green'],
      ['Rust', 'yellow'],
      ['Water', 'blue'],
      ['Bomen', 'green'],
    ])
  })

  it('[I21] has no notes of its separator line and headings', () => {
    expect(notesIn(fixture('csv-sep-line.csv'))).toEqual([
      ['Meer groen', 'light-green'],
      ['Rust', 'yellow'],
    ])
  })

  it('[I20] in UTF-16 is like the same table in UTF-8', () => {
    expect(notesIn(fixture('csv-utf16le.csv'))).toEqual([
      ['Café aan het plein', 'yellow'],
      ['Rust', 'light-green'],
    ])
  })

  it('[I23] of Polis gives one note a comment, its words only', () => {
    const bytes = fixture('csv-polis-like.csv')
    expect(wordsIn(bytes)).toEqual([
      'Meer bomen, minder parkeerplaatsen.',
      "Het plein moet 's avonds rustig zijn.",
    ])
    expect(remarksOn(bytes)).toEqual([
      { kind: 'columns', count: 7, names: ['timestamp', 'datetime', 'comment-id'] },
    ])
  })
})

describe('line ends, encodings and separators', () => {
  const table = ['tekst;kleur', 'Café;geel', '"Rust; ruimte";groen', '"Een\nTwee";roze']
  const right = [
    ['Café', 'yellow'],
    ['Rust; ruimte', 'green'],
    ['Een\nTwee', 'light-red'],
  ]

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR alone', '\r'],
    ['CRLF twice', '\r\n\r\n'],
  ])('[I20] are read with %s', (_name, end) => {
    expect(notesIn(bytesOf(table.join(end)))).toEqual(right)
  })

  it.each(Object.keys(encoders))('[I20] are read in %s', (name) => {
    expect(notesIn(encoders[name]?.(table.join('\r\n')) ?? bytesOf(''))).toEqual(right)
  })

  it('[I20] are read where lines in UTF-8 and older letters are mixed', () => {
    const old = Uint8Array.of(...bytesOf('tekst\nÉén\nCaf'), 0xe9, ...bytesOf('\nçok'))
    expect(wordsIn(old)).toEqual(['Één', 'Café', 'çok'])
  })

  it('[I20] of our own give the same notes, whatever was done to them', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    const words = fc.oneof(
      word,
      fc.constantFrom('a;b', 'a,b', '"', '""x', "'=1", ' ＝1', '=1\n2', '\t'),
    )
    // What boards do not hold ([I40]) is in no table of ours.
    const usable = words.filter((text) => isXmlSafe(text) && !/^\s*$|[\r\uFEFF]/.test(text))
    const notes = fc.array(fc.record({ text: usable, color: fc.constantFrom('yellow', 'grey') }), {
      minLength: 1,
      maxLength: 8,
    })
    const way = fc.constantFrom(...Object.keys(encoders).filter((name) => name.startsWith('UTF')))
    const separator = fc.constantFrom(';', ',', '\t', '|')
    const end = fc.constantFrom('\n', '\r\n', '\r')
    fc.assert(
      fc.property(notes, way, separator, end, (made, encoding, mark, lineEnd) => {
        const csv = withOthers(notesAsCsv(notesAsRecords(made, aReader())), mark, lineEnd)
        const again = notesIn(encoders[encoding]?.(csv) ?? bytesOf(''))
        const given = made.map(({ text, color }) => [text, color])
        expect(new Set(again.map(asKey))).toEqual(new Set(given.map(asKey)))
        expect(again).toHaveLength(given.length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('rows', () => {
  it.each([
    [
      'words in quotes without headings',
      '"Rust, ruimte"\n"Groen, water"',
      ['Rust, ruimte', 'Groen, water'],
    ],
    ['a quote that is never closed', 'tekst;kleur\n"Rust;geel\nGroen;groen', ['"Rust', 'Groen']],
    [
      'a quote inside words',
      'tekst\n5" buis\n"Rust" is nodig\nWater',
      ['5" buis', '"Rust" is nodig', 'Water'],
    ],
    [
      'spoken words',
      '"Rust", zei de buurvrouw\nGroen\nWater',
      ['"Rust", zei de buurvrouw', 'Groen', 'Water'],
    ],
    [
      'uneven commas',
      'Rust, ruimte, groen\nWater\nBomen, planten',
      ['Rust, ruimte, groen', 'Water', 'Bomen, planten'],
    ],
    [
      'one sentence with a semicolon',
      'Rust; en ruimte\nWater\nBomen',
      ['Rust; en ruimte', 'Water', 'Bomen'],
    ],
    ['blanks around quotes', 'tekst, kleur\n "Rust, ruimte" , geel', ['Rust, ruimte']],
    [
      'one column with commas',
      'tekst\nRust, ruimte\nGroen, water',
      ['Rust, ruimte', 'Groen, water'],
    ],
    ['a formula that shows words', 'tekst;x;y\n"=""Rust""";1,5;2', ['Rust']],
    ['empty lines and rows', 'tekst;kleur\n\nRust;geel\n;;\n  \nWater;\n', ['Rust', 'Water']],
    [
      'pipes',
      'tekst|kleur\nRust, ruimte|geel\nWater; bomen|groen',
      ['Rust, ruimte', 'Water; bomen'],
    ],
    [
      'commas in words without quotes',
      'tekst,kleur\nRust, ruimte,geel\nWater,groen',
      ['Rust, ruimte', 'Water'],
    ],
    [
      'words last, with commas',
      'kleur,tekst\ngeel,Rust, en ruimte\ngroen,Water',
      ['Rust, en ruimte', 'Water'],
    ],
    [
      'quotes, commas and no headings',
      '"Rust, ruimte",geel\n"Bomen","groen"',
      ['Rust, ruimte\ngeel', 'Bomen\ngroen'],
    ],
    ['quotes and uneven commas', '"Rust, ruimte",geel\nWater', ['Rust, ruimte,geel', 'Water']],
    [
      'commas and no quotes or headings',
      'Rust,ruimte\nWater,groen',
      ['Rust,ruimte', 'Water,groen'],
    ],
    [
      'no colour behind a sentence',
      'tekst,kleur\nRust, ruimte\nWater,groen',
      ['Rust, ruimte', 'Water'],
    ],
    ['another separator that it names', 'sep=^\ntekst^kleur\nRust, a;b|c^geel', ['Rust, a;b|c']],
  ])('[I22] with %s do not melt', (_what, table, right) => {
    expect(wordsIn(bytesOf(table))).toEqual(right)
  })

  it('[I21] that repeat the headings, or stand above them, are no notes, and told', () => {
    const table = 'Opgehaald op 3 mei\n\ntekst;kleur\nRust;geel\nTekst;Kleur\nWater;groen\n;geel'
    expect(wordsIn(bytesOf(table))).toEqual(['Rust', 'Water'])
    expect(remarksOn(bytesOf(table))).toEqual([
      { kind: 'rows-without-words', count: 1 },
      { kind: 'rows-above-headings', count: 1 },
      { kind: 'repeated-headings', count: 1 },
    ])
  })

  it.each(['sep=,\n', '"sep=,"\r\n', 'SEP=,;;\n', '\uFEFFsep=,\n'])(
    '[I21] begin behind %j',
    (line) => {
      expect(notesIn(bytesOf(`${line}tekst,kleur\n"a;b",geel`))).toEqual([['a;b', 'yellow']])
      expect(wordsIn(bytesOf(`${line}Rust,geel\nWater,groen`))).toHaveLength(2)
    },
  )

  it('[I24] say which columns, cells, colours and letters did not come along', () => {
    const long = 'a'.repeat(9000)
    const table = `tekst;kleur;toelichting\nRust;geel;omdat;meer\n${long};vuurtorenkleur;`
    expect(remarksOn(bytesOf(table))).toEqual([
      { kind: 'long-texts', count: 1 },
      { kind: 'surplus-cells', count: 1 },
      { kind: 'columns', count: 1, names: ['toelichting'] },
      { kind: 'unknown-colors', count: 1 },
    ])
  })
})

describe('[I23] tables of others', () => {
  it.each([
    ['FigJam', 'Sticky text,Color,Author,Section\nRust,#FFD966,Jan,A', ['Rust'], 'yellow'],
    [
      'Mural',
      'ID,BG Color,Position X,Position Y,Text,Area\n1,#FFFFFF,10.5,20,"Rust, ruimte",A',
      ['Rust, ruimte'],
      'white',
    ],
    ['Miro', 'Type,Content,Style,Color\nsticky_note,Rust,x,light_yellow', ['Rust'], 'yellow'],
    [
      'Padlet',
      'Subject,Body,Author,Created At\nPlein,Meer rust,Jan,3 mei',
      ['Plein\nMeer rust'],
      'yellow',
    ],
    ['Stormboard', 'Idea ID,Idea,Color,Votes\n4,Rust,Green,3', ['Rust'], 'green'],
    ['Klaxoon', 'Type;Contenu;Couleur\nidée;Rust;x', ['Rust'], 'yellow'],
    [
      'Google Forms',
      '"Tijdstempel","Wat wil je?","En waar?"\n"3-5","Rust, ruimte","Plein"',
      ['Rust, ruimte\nPlein'],
      'yellow',
    ],
    [
      'MS Forms',
      'ID;Starttijd;Tijd van voltooien;E-mail;Naam;Wat wil je?\n1;3-5;3-5;anoniem;;Rust',
      ['Rust'],
      'yellow',
    ],
    ['Excel in Dutch', 'Nr.\tOmschrijving\tKleur\n1\tRust\tlicht groen', ['Rust'], 'light-green'],
    ['a heading of somebody', 'Tekst van de sticky;Kleur\nRust;geel', ['Rust'], 'yellow'],
    ['a question that must be answered', 'Tekst (verplicht)*;Kleur:\nRust;rood', ['Rust'], 'red'],
    [
      'a form in English',
      'Timestamp,Your name,Wish?\n3-5,Jan,"Meer, groen"',
      ['Meer, groen'],
      'yellow',
    ],
    ['camel case', 'noteId,noteText,backgroundColor\n1,Rust,PINK', ['Rust'], 'light-red'],
  ])('%s', (_tool, table, right, color) => {
    expect(wordsIn(bytesOf(table))).toEqual(right)
    expect(notesIn(bytesOf(table))[0]?.[1]).toBe(color)
  })
})

const encoders: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': bytesOf,
  'UTF-8 with a mark': (text) => bytesOf(`\uFEFF${text}`),
  'UTF-16 LE': (text) => wide(text, true),
  'UTF-16 LE with a mark': (text) => wide(`\uFEFF${text}`, true),
  'UTF-16 BE': (text) => wide(text, false),
  'UTF-16 BE with a mark': (text) => wide(`\uFEFF${text}`, false),
  'Windows-1252': (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
}

function wide(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle)
  return new Uint8Array(view.buffer)
}

/** The table as a spreadsheet with other habits would have saved it. */
function withOthers(csv: string, separator: string, end: string): string {
  const lines: string[][] = [[]]
  for (const [, quoted, bare, mark] of csv
    .replace('\uFEFF', '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|$)/g)) {
    lines.at(-1)?.push(`"${quoted ?? (bare ?? '').replaceAll('"', '""')}"`)
    if (mark === '\r\n') lines.push([])
    if (mark === '') break
  }
  return lines.map((cells) => cells.join(separator)).join(end)
}

function asKey(note: readonly (string | undefined)[]): string {
  return JSON.stringify(note)
}

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
}

function notesIn(bytes: Uint8Array): readonly string[][] {
  return read(readNotesFile(bytes, aReader())).records.map(({ props }) => [
    plainTextOf(props['richText']),
    JSON.stringify(props['color']).slice(1, -1),
  ])
}

function wordsIn(bytes: Uint8Array): readonly (string | undefined)[] {
  return notesIn(bytes).map(([words]) => words)
}

function remarksOn(bytes: Uint8Array) {
  return read(readNotesFile(bytes, aReader())).remarks
}
