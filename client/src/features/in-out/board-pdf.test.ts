import { describe, expect, it } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import type { WordsOnPage } from '../../canvas/board-props.ts'
import { boardPdf } from './board-pdf.ts'

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
    const read = (await readAgain([{ text, ...wide }])).join(' ')
    // This reader gives no joiners, which have no width; they do stand in the document.
    expect(read).toBe(text.replaceAll(/[\u200c\u200d]/g, ''))
  })

  it('[I60] keep what is longer than where it stands', async () => {
    const text = Array.from({ length: 400 }, (_, number) => `woord${number}`).join(' ')
    const read = await readAgain([{ text, x: 10, y: 10, w: 20, h: 20 }])
    expect(read.join(' ')).toBe(text)
  })

  it('[I60] stand one below the other, as their lines do', async () => {
    const text = 'Eerste regel\nשורה שנייה\n\nDerde'
    expect(await readAgain([{ text, ...wide }])).toEqual(['Eerste regel', 'שורה שנייה', 'Derde'])
  })

  it('[I61] are told as they were written to who reads aloud', async () => {
    const text = 'Wij zeggen مرحبا (in 2026)'
    const file = await bytesOf([
      { text, ...wide },
      { text: 'Gewoon', ...wide },
    ])
    expect(saidIn(file)).toEqual([text])
  })

  it('[I62] of five thousand notes are all there', async () => {
    const words = Array.from({ length: 5000 }, (_, number) => ({
      text: `Briefje${number}\nمزيد → ĳs`,
      x: (number % 100) * 220,
      y: Math.floor(number / 100) * 220,
      w: 200,
      h: 200,
    }))
    const read = await readAgain(words)
    const notes = new Set(read.flatMap((line) => line.match(/Briefje\d+/g) ?? []))
    expect(notes.size).toBe(5000)
    expect(read.join('\n').match(/مزيد/g)).toHaveLength(5000)
  })

  it('[I71] stand on the page on which they are to be seen', async () => {
    const pages = ['Eerste', 'Tweede'].map((text) => ({
      picture: new Blob([aPicture]),
      width: 1000,
      height: 700,
      words: [{ text, ...wide }],
    }))
    const parts = [
      { name: 'Groep A', pages },
      { name: 'Visie', pages: pages.slice(0, 1) },
    ]
    const bytes = new Uint8Array(await (await boardPdf(parts, 'Alles')).arrayBuffer())
    const file = await getDocumentProxy(bytes)
    const { text } = await extractText(file, { mergePages: false })
    expect(text.map((words) => words.trim())).toEqual(['Eerste', 'Tweede', 'Eerste'])
    expect((await file.getOutline()).map(({ title }) => title)).toEqual(['Groep A', 'Visie'])
  })
})

const wide = { x: 20, y: 20, w: 800, h: 300 }

/** What another reader than ours finds in the PDF, line by line. */
async function readAgain(words: readonly WordsOnPage[]): Promise<string[]> {
  const file = await getDocumentProxy(await bytesOf(words))
  const { text } = await extractText(file, { mergePages: false })
  return text
    .join('\n')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

async function bytesOf(words: readonly WordsOnPage[]): Promise<Uint8Array> {
  const width = Math.max(1000, ...words.map(({ x, w }) => x + w))
  const height = Math.max(700, ...words.map(({ y, h }) => y + h))
  const page = { picture: new Blob([aPicture]), width, height, words }
  const parts = [{ name: 'Een bord', pages: [page] }]
  return new Uint8Array(await (await boardPdf(parts, 'Een bord')).arrayBuffer())
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

/** As much of a JPEG of two by two pixels as tells its size; nobody looks at it. */
const aPicture = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 2, 0, 2, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xff, 0xd9,
])
