import { unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { anEmptyEvening, anOddEvening } from '../../test/odd-words.ts'
import { sterrenveld } from '../../test/sterrenveld.ts'
import { theMeans } from '../../test/the-means.ts'
import { documentKinds } from '../formats.ts'
import { writeDocument } from '../write-document.ts'

describe.each(documentKinds)('the %s as Word', (kind) => {
  it.each([
    ['of a full evening', sterrenveld()],
    ['whatever people typed', anOddEvening()],
    ['when nothing came of it', anEmptyEvening()],
  ])('[R12] [R15] holds files of XML that are well-formed, %s', async (_name, content) => {
    const files = unzipSync(await bytesOf(kind, content))
    const broken = Object.entries(files).filter(([name, bytes]) => {
      if (!/\.(?:xml|rels)$/u.test(name)) return false
      const page = new JSDOM('').window
      const file = new page.DOMParser().parseFromString(Buffer.from(bytes).toString(), 'text/xml')
      return file.querySelector('parsererror') !== null
    })
    expect(broken.map(([name]) => name)).toEqual([])
  })

  it('[R15] names every picture and part that it has, and no other', async () => {
    const files = unzipSync(await bytesOf(kind))
    const [body, relations] = ['word/document.xml', 'word/_rels/document.xml.rels'].map((name) =>
      Buffer.from(files[name] ?? []).toString(),
    )
    const used = [...(body ?? '').matchAll(/r:(?:embed|id)="(\w+)"/gu)].map(([, id]) => id)
    const known = [...(relations ?? '').matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/gu)]
    expect(used.filter((id) => !known.some(([, name]) => name === id))).toEqual([])
    expect(known.filter(([, , target]) => files[`word/${target ?? ''}`] === undefined)).toEqual([])
  })

  it('[R15] has headings with a level in their style, in Dutch', async () => {
    const styles = Buffer.from(unzipSync(await bytesOf(kind))['word/styles.xml'] ?? []).toString()
    for (const level of [1, 2, 3]) {
      const style = new RegExp(`w:styleId="Heading${level}".*?</w:style>`, 'su').exec(styles)?.[0]
      expect(style).toContain(`<w:outlineLvl w:val="${level - 1}"/>`)
    }
    expect(styles).toContain('<w:lang w:val="nl-NL"')
  })

  it('[R15] is read by another reader with its headings, lists, tables and pictures', async () => {
    const page = await read(kind)
    expect(page.querySelectorAll('h1').length).toBeGreaterThan(6)
    expect(page.querySelectorAll('h2').length).toBeGreaterThan(6)
    expect(page.querySelectorAll('li').length).toBeGreaterThan(10)
    expect(page.querySelectorAll('table thead th').length).toBeGreaterThan(6)
    expect(page.querySelectorAll('[rowspan]')).toHaveLength(0)
    const pictures = [...page.querySelectorAll('img')].filter(({ alt }) => alt !== '')
    expect(pictures).toHaveLength(kind === 'vision' ? 6 : 0)
  })

  it('[R4] says before its first chapter that it is no decision', async () => {
    const text = (await read(kind)).body.textContent
    const [notice, chapter] = [
      text.indexOf('Dit is nog geen besluit'),
      text.indexOf('Hier verschillen'),
    ]
    expect(notice).toBeGreaterThan(-1)
    expect(notice).toBeLessThan(chapter)
  })

  it('[R13] is the same file for the same version', async () => {
    const [one, other] = await Promise.all([bytesOf(kind), bytesOf(kind)])
    expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0)
  })
})

function bytesOf(
  kind: (typeof documentKinds)[number],
  content = sterrenveld(),
): Promise<Uint8Array> {
  return writeDocument(content, { kind, format: 'docx' }, theMeans())
}

async function read(kind: (typeof documentKinds)[number]): Promise<Document> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await bytesOf(kind)) })
  return new JSDOM(value).window.document
}
