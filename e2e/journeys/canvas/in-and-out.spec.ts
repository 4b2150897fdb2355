import type { Locator, Page } from '@playwright/test'
import { oneAtWork } from '../../support/at-work.ts'
import { noteTexts } from '../../support/evening.ts'
import { aTicket, PlainClient } from '../../support/plain-client.ts'
import { bytesOf, takeHome, textOf } from '../../support/take-home.ts'
import { expect, test } from '../../support/test.ts'

test('a table, a drawing and lines come on a board, and go out again', async ({
  newDevice,
  stip,
}) => {
  const { evening, anna } = await oneAtWork({ newDevice, stip })
  const boardId = await evening.boardOfGroup('A')
  const { page } = anna
  const texts = async () => noteTexts(await evening.contentOf(boardId))

  await test.step('a table of notes becomes notes', async () => {
    await bringIn(
      page,
      'briefjes.csv',
      'tekst;kleur\r\nMeer groen;lichtgroen\r\n"Rust; ruimte";geel',
    )
    await expect(sheet(page).getByText('2 dingen op het bord gezet.')).toBeVisible()
    await expect.poll(texts).toEqual(['Meer groen', 'Rust; ruimte'])
  })

  await test.step('and goes away again as one step', async () => {
    await sheet(page).getByRole('button', { name: 'Haal weer weg' }).click()
    await expect(sheet(page).getByText('Weggehaald.', { exact: false })).toBeVisible()
    await expect.poll(texts).toEqual([])
    await sheet(page).getByRole('button', { name: 'Klaar' }).click()
  })

  await test.step('an Excalidraw file keeps what is tied together', async () => {
    await bringIn(page, 'schets.excalidraw', anExcalidrawFile)
    await expect(sheet(page).getByText('3 dingen op het bord gezet.')).toBeVisible()
    await sheet(page).getByRole('button', { name: 'Klaar' }).click()
    await expect
      .poll(async () => (await evening.contentOf(boardId)).records.map(({ type }) => type))
      .toEqual(expect.arrayContaining(['arrow', 'arrow', 'geo', 'geo']))
  })

  await test.step('lines become notes', async () => {
    await choose(page, 'Regels plakken …')
    await page.getByLabel('Eén regel is één briefje').fill('- Water\n- Bomen\n\n- Rust')
    await page.getByRole('button', { name: 'Zet op het bord' }).click()
    await expect(sheet(page).getByText('3 dingen op het bord gezet.')).toBeVisible()
    await sheet(page).getByRole('button', { name: 'Klaar' }).click()
    await expect.poll(texts).toEqual(['Bomen', 'Rust', 'Water'])
    await anna.board.isSaved()
  })

  await test.step('a broken file, and one of 10,000 things, get a sentence', async () => {
    await bringIn(page, 'kapot.tldr', '{"tldrawFileFormatVersion":1,"records":[{"id"')
    await expect(sheet(page).getByText(/Dit bestand kunnen we niet lezen/)).toBeVisible()
    await sheet(page).getByRole('button', { name: 'Klaar' }).click()
    const elements = Array.from({ length: 10_000 }, (_, number) => ({ id: `e${number}` }))
    await bringIn(page, 'groot.excalidraw', JSON.stringify({ type: 'excalidraw', elements }))
    await expect(sheet(page).getByText(/In dit bestand staan 10\.000 dingen/)).toBeVisible()
    await sheet(page).getByRole('button', { name: 'Klaar' }).click()
    expect(await texts()).toEqual(['Bomen', 'Rust', 'Water'])
  })

  const file = await test.step('the board goes out in every form', async () => {
    const csv = await textOf(await takeHome(page, 'Tabel van briefjes (CSV)'))
    expect(csv).toContain('tekst;kleur;hoofdpunt;vak;x;y')
    expect(csv).toContain('Bomen;geel;')
    const pdf = await bytesOf(await takeHome(page, 'Document (PDF)'))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(10_000)
    const png = await bytesOf(await takeHome(page, 'Afbeelding (PNG)'))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    return textOf(await takeHome(page, 'tldraw-bestand'))
  })

  await test.step('words that no XML may hold keep no file from being made', async () => {
    const ticket = await aTicket(evening.facilitator, boardId, 'facilitator')
    const other = new PlainClient(stip.url, boardId, ticket)
    await expect.poll(() => other.isSynced).toBe(true)
    other.write('powerpoint', 'Rust\u000Bruimte\u0007')
    await expect
      .poll(async () => (await texts()).some((text) => /Rust\s*ruimte/.test(text)))
      .toBe(true)
    const svg = await textOf(await takeHome(page, 'Tekening (SVG)'))
    const problem = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
      return parsed.querySelector('parsererror')?.textContent ?? ''
    }, svg)
    expect(problem).toBe('')
    const png = await bytesOf(await takeHome(page, 'Afbeelding (PNG)'))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    other.leave()
  })

  await test.step('and comes on another board as it was', async () => {
    const { evening: other, anna: again } = await oneAtWork({ newDevice, stip })
    await bringIn(again.page, 'bord.tldr', file)
    await expect(sheet(again.page).getByText(/dingen op het bord gezet/)).toBeVisible()
    const id = await other.boardOfGroup('A')
    await expect
      .poll(async () => noteTexts(await other.contentOf(id)))
      .toEqual(['Bomen', 'Rust', 'Water'])
  })
})

function sheet(page: Page): Locator {
  return page.getByRole('dialog')
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^In en uit/ }).click()
  await page.getByRole('button', { name: item }).click()
}

async function bringIn(page: Page, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await choose(page, 'Bestand kiezen …')
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) }
  await (await chooser).setFiles(file)
}

const shape = { y: 100, width: 120, height: 80, angle: 0, strokeColor: '#1971c2' }
const anExcalidrawFile = JSON.stringify({
  type: 'excalidraw',
  elements: [
    { ...shape, id: 'a', type: 'rectangle', x: 0 },
    { ...shape, id: 'b', type: 'ellipse', x: 400 },
    {
      ...shape,
      id: 'c',
      type: 'arrow',
      x: 130,
      points: [
        [0, 0],
        [260, 0],
      ],
      startBinding: { elementId: 'a' },
      endBinding: { elementId: 'b' },
    },
  ],
})
