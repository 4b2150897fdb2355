import type { Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { oneAtWork } from '../../support/at-work.ts'
import { noteTexts } from '../../support/evening.ts'
import { bytesOf, takeHome, textOf } from '../../support/take-home.ts'
import { expect, test } from '../../support/test.ts'

const dutch = 'Meer groen in één straat'
/** A line in each script, and the file of letters that it brings along. */
const lines: readonly (readonly [line: string, file: RegExp])[] = [
  ['Zĳ: daha çok ağaç, ışıl İstanbul', /latin-ext/],
  ['Więcej łąk, żółć', /latin-ext/],
  ['Περισσότερο πράσινο', /noto-sans-greek/],
  ['Більше зелені', /noto-sans-cyrillic-wght/],
  ['مزيد من الخضرة', /noto-sans-arabic/],
  ['יותר ירוק בעיר', /noto-sans-hebrew/],
  ['nu → straks ≥ ★', /noto-sans-math-arrows/],
  ['✓ klaar ☐ nog niet', /noto-sans-symbols-2-marks/],
]
const texts = lines.map(([line]) => line)

test('words in every script stand on the board, and go out with their letters', async ({
  newDevice,
  stip,
}) => {
  const { evening, anna } = await oneAtWork({ newDevice, stip })
  const { page } = anna
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))

  await test.step('[I64] Dutch asks for no other letters', async () => {
    await place(page, dutch)
    const svg = await textOf(await takeHome(page, 'Tekening (SVG)'))
    expect(facesIn(svg).length).toBeGreaterThan(0)
    expect(facesIn(svg).filter((face) => face.includes('unicode-range'))).toEqual([])
    expect(asked.filter((address) => address.includes('noto-sans'))).toEqual([])
    const worker = await (await page.request.get(`${stip.url}/service-worker.js`)).text()
    expect(worker).toContain('atkinson-hyperlegible-next-latin-ext')
    expect(worker).not.toContain('noto-sans')
  })

  await test.step('[I64] each script asks for its own, once they stand on the board', async () => {
    await place(page, texts.join('\n'))
    const boardId = await evening.boardOfGroup('A')
    await expect
      .poll(async () => noteTexts(await evening.contentOf(boardId)))
      .toEqual([...texts, dutch].toSorted())
    for (const [, file] of lines) {
      await expect.poll(() => asked.some((address) => file.test(address))).toBe(true)
    }
    expect(asked.filter((address) => address.includes('cyrillic-ext'))).toEqual([])
    await expect.poll(() => lettersOfDevice(page, '.stip-note__words p')).toEqual([])
  })

  await test.step('[I65] a text that is read from the right begins there', async () => {
    const hebrew = page.locator('.stip-note__words p', { hasText: 'יותר ירוק' })
    await expect(hebrew).toHaveCSS('direction', 'rtl')
  })

  await test.step('[I64] a drawing has the letters that it needs, and no others', async () => {
    const svg = await textOf(await takeHome(page, 'Tekening (SVG)'))
    // The rest of the Latin letters, and six scripts; each once.
    const others = facesIn(svg).filter((face) => face.includes('unicode-range'))
    expect(others).toHaveLength(7)
    expect(new Set(others).size).toBe(7)
    expect(svg.length).toBeLessThan(700_000)
    const drawing = await page.context().newPage()
    await drawing.setContent(svg)
    await expect.poll(() => lettersOfDevice(drawing, 'foreignObject p')).toEqual([])
    await drawing.close()
  })

  await test.step('[I64] a picture is drawn with them', async () => {
    const png = await bytesOf(await takeHome(page, 'Afbeelding (PNG)'))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
  })

  await test.step('[I60] and a document has the words', async () => {
    const pdf = await bytesOf(await takeHome(page, 'Document (PDF)'))
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
      mergePages: true,
    })
    const words = text.replaceAll(/\s+/g, ' ')
    for (const line of [dutch, ...texts]) expect(words).toContain(line)
  })
})

/** The typefaces of the machine that notes are written in, wholly or in part. */
async function lettersOfDevice(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector,
  })
  const found = await Promise.all(
    nodeIds.map(async (nodeId) => {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
      return fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName)
    }),
  )
  await session.detach()
  expect(nodeIds.length).toBe(texts.length + 1)
  return found.flat()
}

/** The typefaces that a drawing brings along. */
function facesIn(svg: string): string[] {
  return Array.from(svg.matchAll(/@font-face \{[^}]*\}/g), ([face]) => face)
}

async function place(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: /^In en uit/ }).click()
  await page.getByRole('button', { name: 'Regels plakken …' }).click()
  await page.getByLabel('Eén regel is één briefje').fill(words)
  await page.getByRole('button', { name: 'Zet op het bord' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Klaar' }).click()
}
