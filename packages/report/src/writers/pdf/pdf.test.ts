import { describe, expect, it } from 'vitest'
import { getDocumentProxy } from 'unpdf'
import { anEmptyEvening, anOddEvening } from '../../test/odd-words.ts'
import { sterrenveld } from '../../test/sterrenveld.ts'
import { theMeans } from '../../test/the-means.ts'
import { documentKinds } from '../formats.ts'
import { writeDocument } from '../write-document.ts'

/** What a second reader, pdf.js, finds in a document. */
interface Found {
  readonly pages: readonly { readonly words: string; readonly tree: Node }[]
  readonly whole: string
  readonly outline: readonly { readonly title: string; readonly items: readonly unknown[] }[]
  readonly info: Readonly<Record<string, unknown>>
}

interface Node {
  readonly role?: string
  readonly alt?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Node[]
}

describe.each(documentKinds)('the %s as PDF', (kind) => {
  it('[R14] says what it is and in which language, and lists its chapters', async () => {
    const { info, outline, whole } = await found(kind)
    expect(info).toMatchObject({
      Language: 'nl-NL',
      Title: expect.stringContaining('versie 1') as string,
    })
    expect(outline.length).toBeGreaterThan(6)
    for (const { title } of outline) expect(flat(whole)).toContain(flat(title))
  })

  it('[R14] has headings, lists, tables and pictures as such, and nothing that is outside of them', async () => {
    const { pages } = await found(kind)
    const nodes = pages.flatMap(({ tree }) => allOf(tree))
    const roles = new Set(nodes.map(({ role }) => role))
    const wanted = ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']
    expect(wanted.filter((role) => !roles.has(role))).toEqual([])
    const figures = nodes.filter(({ role }) => role === 'Figure')
    expect(figures).toHaveLength(kind === 'vision' ? 6 : 0)
    expect(figures.filter(({ alt = '' }) => alt.length < 20)).toEqual([])
  })

  it('[R4] says on its first page that it is no decision', async () => {
    const [first] = (await found(kind)).pages
    expect(first?.words).toContain('Dit is nog geen besluit')
  })

  it('[R13] is the same file for the same version', async () => {
    const [one, other] = await Promise.all([bytesOf(kind), bytesOf(kind)])
    expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0)
  })

  it('[R12] is written whatever people typed, and when nothing came of it', async () => {
    const odd = await found(kind, anOddEvening())
    expect(odd.whole).toContain('<script>alert(1)</script>')
    expect(flat(odd.whole)).toContain(flat('één ïï ÿ Œ ž ő ł “citaat” … – €'))
    const empty = await found(kind, anEmptyEvening())
    expect(empty.whole).toContain('Dit is nog geen besluit')
  })
})

describe('the vision as PDF', () => {
  it('[R11] holds every sentence, every source, every other voice and every description', async () => {
    const whole = flat((await found('vision')).whole)
    const { statements, drawings, notUsed, questions } = sterrenveld()
    const words = [
      ...statements.flatMap(({ text, sources, otherVoices, consent, critiques }) => [
        text,
        ...sources.map((card) => card.text),
        ...otherVoices.map((voice) => voice.text),
        ...(consent?.reasons ?? []).map((reason) => reason.text),
        ...critiques.map((critique) => critique.text),
      ]),
      ...drawings.flatMap(({ sentence, description }) => [sentence, description]),
      ...notUsed.flatMap(({ card, why }) => [card.text, why ?? '']),
      ...questions.map(({ text }) => text),
    ]
    expect(words.filter((each) => !whole.includes(flat(each)))).toEqual([])
    expect(words.length).toBeGreaterThan(100)
  })
})

function bytesOf(
  kind: (typeof documentKinds)[number],
  content = sterrenveld(),
): Promise<Uint8Array> {
  return writeDocument(content, { kind, format: 'pdf' }, theMeans())
}

async function found(
  kind: (typeof documentKinds)[number],
  content = sterrenveld(),
): Promise<Found> {
  const pdf = await getDocumentProxy(new Uint8Array(await bytesOf(kind, content)))
  const numbers = Array.from({ length: pdf.numPages }, (_, place) => place + 1)
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const words = items.map((item) =>
        'str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '',
      )
      return { words: words.join(''), tree: await page.getStructTree() }
    }),
  )
  const { info } = await pdf.getMetadata()
  return {
    pages,
    whole: pages.map(({ words }) => words).join('\n'),
    outline: await pdf.getOutline(),
    info: info as Record<string, unknown>,
  }
}

function allOf(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap((child) => allOf(child))]
}

/** Without blanks: where lines break is nobody's business. */
function flat(words: string): string {
  return words.replaceAll(/\s+/gu, '')
}
