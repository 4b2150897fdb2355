import { JSDOM } from 'jsdom'
import MarkdownIt from 'markdown-it'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { sha256, sealed } from '../canonical/hash.ts'
import { anEmptyEvening, anOddEvening, oddWords } from '../test/odd-words.ts'
import { sterrenveld } from '../test/sterrenveld.ts'
import { theMeans } from '../test/the-means.ts'
import { documentKinds, formats } from './formats.ts'
import type { DocumentKind, Format } from './formats.ts'
import { writeDocument } from './write-document.ts'

describe.each(documentKinds)('the %s', (kind) => {
  it('[R16] as HTML is Dutch, needs nothing from anywhere, and says what its cells are about', async () => {
    const text = await written(kind, 'html')
    const { document } = new JSDOM(text).window
    expect(document.documentElement.lang).toBe('nl')
    expect(document.title).toContain('versie 1')
    const heads = [...document.querySelectorAll('th')]
    expect(heads.filter(({ scope }) => scope !== 'col' && scope !== 'row')).toEqual([])
    expect(heads.length).toBeGreaterThan(20)
    const pictures = [...document.querySelectorAll('img')]
    expect(pictures.filter(({ alt, src }) => alt === '' || !src.startsWith('data:'))).toEqual([])
    expect(text).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?(?:https?:|\/)/u)
    expect(document.querySelectorAll('script, link')).toHaveLength(0)
  })

  it('[R12] [R16] as HTML takes nothing that people typed for anything but words', async () => {
    const { document } = new JSDOM(await written(kind, 'html', anOddEvening())).window
    expect(document.querySelectorAll('script, b, a, em, code')).toHaveLength(0)
    const text = document.body.textContent
    expect(oddWords.filter((words) => !flat(text).includes(flat(words)))).toEqual([])
  })

  it('[R12] [R17] as Markdown takes nothing that people typed for anything but words', async () => {
    const text = await written(kind, 'md', anOddEvening())
    const reader = new MarkdownIt({ html: true })
    const { document } = new JSDOM(reader.render(text)).window
    expect(document.querySelectorAll('script, a, img, code, s, b')).toHaveLength(0)
    expect([...document.querySelectorAll('h1')].map((each) => each.textContent)).toHaveLength(1)
    const words = flat(document.body.textContent)
    expect(oddWords.filter((each) => !words.includes(flat(each)))).toEqual([])
  })

  it('[R17] as Markdown has the chapters of the other files', async () => {
    const [markdown, html] = [await written(kind, 'md'), await written(kind, 'html')]
    const one = new JSDOM(new MarkdownIt().render(markdown)).window.document
    const other = new JSDOM(html).window.document
    expect(chaptersOf(one)).toEqual(chaptersOf(other))
    expect(one.querySelectorAll('table tr')).toHaveLength(other.querySelectorAll('table tr').length)
  })

  it('[R11] has headings that pass over no level', async () => {
    const { document } = new JSDOM(await written(kind, 'html', anOddEvening())).window
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) =>
      Number(tagName.slice(1)),
    )
    const jumps = levels.filter((level, place) => level - (levels[place - 1] ?? 0) > 1)
    expect(jumps).toEqual([])
  })

  it.each(formats)(
    '[R12] [R13] as %s is the same for the same version, and there when nothing came of it',
    async (format) => {
      expect(await written(kind, format)).toBe(await written(kind, format))
      expect((await written(kind, format, anEmptyEvening())).length).toBeGreaterThan(100)
    },
  )
})

describe('the statements as CSV', () => {
  it('[R18] have a row for every source, as a Dutch spreadsheet opens it', async () => {
    const text = await written('vision', 'csv')
    expect(text.startsWith('\uFEFF"Versie";"Nummer"')).toBe(true)
    const { data } = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), {
      header: true,
      delimiter: ';',
    })
    const { statements } = sterrenveld()
    const rows = statements.reduce((sum, { sources }) => sum + Math.max(1, sources.length), 0)
    expect(data).toHaveLength(rows)
    expect(data[0]).toMatchObject({ Nummer: 'Zin 1', Ja: '47', 'Letter groep': 'A' })
  })

  it('[R12] [R18] hold no formula', async () => {
    const text = await written('vision', 'csv', anOddEvening())
    const { data } = Papa.parse<string[]>(text.slice(1).trimEnd(), { delimiter: ';' })
    expect(data.flat().filter((cell) => /^\s*[=+\-@]/u.test(cell))).toEqual([])
    expect(new Set(data.map((row) => row.length))).toEqual(new Set([11]))
  })
})

it('[R3] [R19] the JSON is the canonical form: its SHA-256 is the hash of the version', async () => {
  const bytes = await writeDocument(sterrenveld(), { kind: 'vision', format: 'json' }, theMeans())
  expect(sha256(bytes)).toBe(sealed(sterrenveld()).hash)
})

async function written(
  kind: DocumentKind,
  format: Format,
  content = sterrenveld(),
): Promise<string> {
  return Buffer.from(await writeDocument(content, { kind, format }, theMeans())).toString()
}

function chaptersOf(document: Document): readonly string[] {
  return [...document.querySelectorAll('h1, h2, h3, h4')].map(({ textContent }) => textContent)
}

/** Without blanks, and without what no file shows. */
function flat(words: string): string {
  return words.replaceAll(/[^\P{C}]|[\s\uFFFD]+/gu, '')
}
