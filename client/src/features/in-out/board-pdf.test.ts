import { theTypefaces } from '../../../build/document-typefaces.ts'
import { zoneRecord } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import { aThing } from '../../reading/test/a-board.ts'
import { chaptersOf } from './document/content/chapters.ts'
import type { BoardForPaper } from './document/content/content.ts'
import type { OtherLetters, Typefaces } from './document/paper/paper-letters.ts'
import { unseenLetters } from './document/test/unseen-letters.ts'
import { documentOf } from './document/write-document.ts'

let faces: Typefaces

beforeAll(async () => {
  faces = await theTypefaces()
})

describe('the words of a board in a PDF', () => {
  it.each([
    ['Dutch', 'Zĳ zoeken één café, ’s avonds'],
    ['Turkish', 'Daha çok ağaç, şehir ışıl ışıl İstanbul'],
    ['Polish', 'Więcej łąk, żółć i gęś'],
    ['Greek', 'Περισσότερο πράσινο'],
    ['Cyrillic', 'Більше зелені, ещё'],
    ['Arabic', 'مزيد من الخضرة في المدينة'],
    ['Arabic with its vowels', 'مُحَمَّد'],
    ['Persian', 'می‌خواهم گل پژمرده'],
    ['Hebrew', 'יותר ירוק בעיר'],
    ['Hebrew with its points', 'שָׁלוֹם'],
    ['arrows and signs', 'nu → straks ← ✓ • € ≥ … ½ ☐'],
    ['scripts that Stip has no letters for', '更多绿色 ድሕሪ ሎሚ हरियाली'],
    ['what stands for more than one letter', '👍🏽 👩‍👩‍👧 🇳🇱'],
  ])('[I60] are those of the board: %s', async (_name, text) => {
    const read = (await readAgain([aSentence(text)])).join(' ')
    // This reader gives no joiners, which have no width; they do stand in the document.
    expect(read).toBe(text.replaceAll(/[\u200c\u200d]/g, ''))
  })

  it('[I60] keep what is longer than a page', async () => {
    const words = Array.from({ length: 3000 }, (_, number) => `woord${number}`)
    const read = await readAgain([aThing('note', 60, 250, { words: words.join(' ') })])
    expect(read.join(' ').match(/woord\d+/g)).toEqual(words)
  })

  it('[I60] stand one below the other, as their lines do', async () => {
    const text = 'Eerste regel\nשורה שנייה\n\nDerde'
    expect(await readAgain([aSentence(text)])).toEqual(['Eerste regel', 'שורה שנייה', 'Derde'])
  })

  it('[I61] are told as they were written to who reads aloud', async () => {
    const text = 'Wij zeggen مرحبا (in 2026)'
    expect(saidIn(await fileOf([aSentence(text), aSentence('Gewoon')]))).toEqual([text])
  })

  it('[I62] of five thousand notes are all there', async () => {
    const notes = Array.from({ length: 5000 }, (_, number) =>
      aThing('note', (number % 100) * 220, 250 + Math.floor(number / 100) * 220, {
        words: `Briefje${number}\nمزيد → ĳs`,
      }),
    )
    const read = await readAgain(notes)
    const found = new Set(read.flatMap((line) => line.match(/Briefje\d+/g) ?? []))
    expect(found.size).toBe(5000)
    expect(read.join('\n').match(/مزيد/g)).toHaveLength(5000)
  })

  it('[I75] are drawn where our typefaces lack their letters, and seen through', async () => {
    const pixels = { width: 2, height: 1, data: new Uint8ClampedArray([9, 9, 9, 255, 0, 0, 0, 0]) }
    const other = { ...unseenLetters, picture: () => ({ pixels, w: 20, h: 10, ascent: 8 }) }
    const bytes = await bytesOf(
      [aBoard([aSentence('更多绿色'), aSentence('Groen')], 'Bord', '')],
      other,
    )
    const page = await (await getDocumentProxy(bytes)).getPage(1)
    const { fnArray } = await page.getOperatorList()
    expect(fnArray.filter((operator) => operator === PAINT_IMAGE)).toHaveLength(1)
  })

  it('[I71] have a head and a foot around them, and a mark for every chapter', async () => {
    const group = aBoard([aThing('note', 60, 250, { words: 'Een vast gezicht' })], 'De Brug', 'A')
    const together = aBoard([aThing('note', 60, 250, { words: 'Hoop' })], 'Samen', '')
    const bytes = await bytesOf([together, group])
    const file = await getDocumentProxy(bytes)
    const { text } = await extractText(file, { mergePages: false })
    expect(text).toHaveLength(2)
    expect(text[0]).toMatch(/Visie Sterrenveld/)
    expect(text[0]).toMatch(/Groep A · De Brug · 7 · Openstaan/)
    expect(text[0]).toMatch(/Bladzijde 1 van 2/)
    expect(text[0]).toMatch(/Een vast\s+gezicht/)
    expect(text[1]).toMatch(/Hoop/)
    expect((await file.getOutline()).map(({ title }) => title)).toEqual(['De Brug', 'Samen'])
    const [, , width, height] = (await file.getPage(1)).view
    expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([595, 842])
  })
})

function aSentence(words: string): BoardRecord {
  return aThing('text', 60, 250, { words, w: 400 })
}

function aBoard(things: readonly BoardRecord[], name: string, letter: string): BoardForPaper {
  const look = { question: '', color: 'white', index: 'Y00', letter: '' } as const
  const title = { x: 40, y: 40, w: 2320, h: 80, title: '7 · Openstaan', style: 'label' } as const
  const records = [zoneRecord({ ...look, ...title, id: 'shape:step-open' }), ...things]
  return { name, letter, isVision: false, records, lettersOf: () => [] }
}

/** What another reader than ours finds on a board in the PDF, line by line. */
async function readAgain(things: readonly BoardRecord[]): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(await fileOf(things)), {
    mergePages: false,
  })
  const around = /Visie Sterrenveld|^Bord$|Openstaan|^Bewaard op|^Bladzijde|vervolg/
  return text
    .join('\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !around.test(line))
}

function fileOf(things: readonly BoardRecord[]): Promise<Uint8Array> {
  return bytesOf([aBoard(things, 'Bord', '')])
}

/** How pdf.js names that a picture is painted. */
const PAINT_IMAGE = 85

async function bytesOf(
  boards: readonly BoardForPaper[],
  other: OtherLetters = unseenLetters,
): Promise<Uint8Array> {
  const about = { title: 'Visie Sterrenveld', day: '30 november 2026' }
  const means = { faces, other, pictures: new Map() }
  return new Uint8Array(await (await documentOf(chaptersOf(boards), about, means)).arrayBuffer())
}

/** The words in a PDF that are said in place of what stands there. */
function saidIn(file: Uint8Array): string[] {
  const source = Array.from(file, (byte) => String.fromCharCode(byte)).join('')
  const strings = source.matchAll(/\/ActualText \(((?:[^\\)]|\\[^])*)\)/g)
  return Array.from(strings, ([, escaped = '']) => {
    const plain = escaped.replaceAll(/\\([^])/g, (_, sign: string) => escapes[sign] ?? sign)
    const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
    return new TextDecoder('utf-16be').decode(bytes)
  })
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
