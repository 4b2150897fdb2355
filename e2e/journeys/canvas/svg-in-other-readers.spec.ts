import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import sharp from 'sharp'
import type { Device } from '../../support/device.ts'
import { Evening } from '../../support/evening.ts'
import type { Picture } from '../../support/full-board.ts'
import { line, list, writePicture, writeThings } from '../../support/full-board.ts'
import { aTicket, PlainClient } from '../../support/plain-client.ts'
import type { StipServer } from '../../support/stip-server.ts'
import { expect, test } from '../../support/test.ts'

/** Where things stand on the board; notes measure 200 by 200. */
const notes = {
  lang: [0, 0],
  gemengd: [300, 0],
  lijst: [600, 0],
  hebreeuws: [900, 0],
  leeg: [1200, 0],
} as const
const others = {
  vorm: [0, 400, 240, 120],
  tekst: [300, 400, 300, 100],
  stip: [660, 490, 320, 80],
} as const
/** Pictures measure 100 by 100; one of them has a lower half that one looks through. */
const photos = { foto: [0, 700], doorzichtig: [200, 700] } as const
/** More than this is not a speck of dust. */
const SOME_INK = 60

test('the words of a drawing (SVG) are there for every reader, and once in a browser', async ({
  newDevice,
  stip,
}) => {
  test.skip(!(await hasTypefaces()), 'there is no typeface on this machine to write with')
  const device = await newDevice()
  const svg = await aDrawing(device, stip)
  const page = await device.newPage()

  await test.step('[I50] sharp finds ink on everything that has words, and only there', async () => {
    const ink = await inkOf(svg)
    const onNotes = Object.fromEntries(
      Object.entries(notes).map(([name, [x, y]]) => [name, ink(x, y, 200, 200) > SOME_INK]),
    )
    expect(onNotes).toEqual({
      lang: true,
      gemengd: true,
      lijst: true,
      hebreeuws: true,
      leeg: false,
    })
    const onOthers = Object.entries(others).map(
      ([name, [x, y, w, h]]) => [name, ink(x + 8, y + 8, w - 16, h - 16) > SOME_INK] as const,
    )
    expect(onOthers).toEqual(Object.keys(others).map((name) => [name, true]))
  })

  await test.step('[I54] sharp draws the photo, and what one can look through', async () => {
    expect(svg).not.toContain('data:image/webp')
    expect(svg).toContain('data:image/jpeg')
    expect(svg).toContain('data:image/png')
    const ink = await inkOf(svg)
    const [x, y] = photos.foto
    expect(ink(x, y, 100, 100)).toBeGreaterThan(9000)
    const [left, top] = photos.doorzichtig
    expect(ink(left, top, 100, 50)).toBeGreaterThan(4500)
    expect(ink(left, top + 52, 100, 46)).toBe(0)
  })

  await test.step('[I66] the title of a zone brings its bold typeface along', () => {
    const faces = Array.from(svg.matchAll(/@font-face \{[^}]*\}/g), ([face]) => face)
    expect(faces.some((face) => /tldraw_sans/.test(face) && /weight: bold/.test(face))).toBe(true)
  })

  const { bare, empty, words } = await page.evaluate(taken, svg)
  await test.step('[I50] the words are those of the board, in lines that fit', () => {
    expect(words).toContain('Meer ruimte voor')
    expect(words).toContain('langer stuk en')
    expect(words).toContain('•')
    expect(words).toContain('2.')
    expect(words).toContain('\u2067שלום עולם\u2069')
    expect(words).toContain('Een vorm')
    expect(words).not.toContain('leidt')
  })

  await test.step('[I51] Chromium draws one of the two, as a page and as a picture', async () => {
    for (const shown of [asPage, asPicture]) {
      // One after the other, on one page.
      // oxlint-disable-next-line no-await-in-loop
      const [whole, one, none] = [
        await shown(page, stip, svg),
        // oxlint-disable-next-line no-await-in-loop
        await shown(page, stip, bare),
        // oxlint-disable-next-line no-await-in-loop
        await shown(page, stip, empty),
      ]
      expect(whole.equals(one), 'the same as without words for others').toBe(true)
      expect(whole.equals(none), 'and not as without words').toBe(false)
    }
  })
})

async function aDrawing(device: BrowserContext, stip: StipServer): Promise<string> {
  const evening = await Evening.start(stip.url, { groupCount: 1 })
  await evening.join('Anna')
  await evening.drawInGroups()
  const boardId = await evening.boardOfGroup('A')
  const ticket = await aTicket(evening.facilitator, boardId, 'facilitator')
  const writer = new PlainClient(stip.url, boardId, ticket)
  await expect.poll(() => writer.isSynced).toBe(true)
  await evening.command({ type: 'allow-images', on: true })
  const { facilitator } = evening
  writePicture(writer.document, 'foto', await stored(facilitator, boardId, await aPhoto()))
  writePicture(
    writer.document,
    'doorzichtig',
    await stored(facilitator, boardId, await halfAStamp()),
  )
  writeThings(writer.document, things)
  const isStored = async () =>
    (await evening.contentOf(boardId)).records.some(({ id }) => id === 'shape:pijl')
  await expect.poll(isStored).toBe(true)
  writer.leave()
  const page = await device.newPage()
  await page.goto(await evening.link('facilitator'))
  await page
    .getByRole('button', { name: /^In en uit/ })
    .first()
    .click()
  const download = page.waitForEvent('download')
  await page.getByText('Tekening (SVG)', { exact: true }).first().click()
  return readFile(await (await download).path(), 'utf8')
}

async function stored(
  device: Device,
  boardId: string,
  body: Buffer<ArrayBuffer>,
): Promise<Picture> {
  const answer = await device.ask(`/api/boards/${boardId}/images?as=facilitator`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Picture
}

function aPhoto() {
  const dark = { width: 80, height: 80, channels: 3, background: '#123' } as const
  return sharp({ create: dark }).jpeg().toBuffer()
}

function halfAStamp() {
  const dark = { width: 80, height: 40, channels: 4, background: '#123' } as const
  const background = { r: 0, g: 0, b: 0, alpha: 0 }
  return sharp({ create: dark }).extend({ bottom: 40, background }).png().toBuffer()
}

/** How many dark pixels librsvg, which sharp reads with, draws in a part of the board. */
async function inkOf(svg: string) {
  const [, left = 0, top = 0] = (/viewBox="(\S+) (\S+)/.exec(svg) ?? []).map(Number)
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return (x: number, y: number, width: number, height: number): number => {
    let dark = 0
    for (let row = Math.round(y - top); row < y - top + height; row++) {
      for (let column = Math.round(x - left); column < x - left + width; column++) {
        if ((data[(row * info.width + column) * info.channels] ?? 255) < 110) dark++
      }
    }
    return dark
  }
}

async function hasTypefaces(): Promise<boolean> {
  const text = '<text y="60" font-size="60" font-family="Arial, sans-serif">Stip</text>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80">${text}</svg>`
  return (await sharp(Buffer.from(svg)).stats()).channels.at(-1)?.max === 255
}

/** In the page: the drawing without words for other readers, without any, and those words. */
function taken(svg: string) {
  const without = (selector: string): string => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
    for (const element of parsed.querySelectorAll(selector)) element.remove()
    return new XMLSerializer().serializeToString(parsed)
  }
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const lines = [...parsed.querySelectorAll('switch > g > text')]
  return {
    bare: without('switch > g'),
    empty: without('switch'),
    words: lines.map(({ textContent }) => textContent),
  }
}

async function asPage(page: Page, stip: StipServer, svg: string): Promise<Buffer> {
  const address = `${stip.origin}/bord.svg`
  await page.route(address, (route) => route.fulfill({ contentType: 'image/svg+xml', body: svg }))
  await page.goto(address)
  const picture = await page.screenshot()
  await page.unroute(address)
  return picture
}

async function asPicture(page: Page, _: StipServer, svg: string): Promise<Buffer> {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  await page.goto('about:blank')
  await page.setContent(`<img alt="" src="${source}">`)
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  return page.screenshot()
}

const things = {
  vak: { type: 'zone', at: [0, 900], props: { w: 400, h: 200, title: 'Kansen' } },
  lang: {
    type: 'note',
    at: notes.lang,
    props: {},
    text: [line('Meer ruimte voor voetgangers en fietsers')],
  },
  gemengd: {
    type: 'note',
    at: notes.gemengd,
    props: { align: 'start', verticalAlign: 'start' },
    text: [line('Een ', ['vet en langer stuk', { bold: {} }], ' en ', ['schuin', { italic: {} }])],
  },
  lijst: {
    type: 'note',
    at: notes.lijst,
    props: {},
    text: [list('bulletList', 'bomen', 'water'), list('orderedList', 'eerst', 'dan')],
  },
  hebreeuws: { type: 'note', at: notes.hebreeuws, props: {}, text: [line('שלום עולם')] },
  leeg: { type: 'note', at: notes.leeg, props: {}, text: [line('')] },
  vorm: { type: 'geo', at: [0, 400], props: { w: 240, h: 120 }, text: [line('Een vorm')] },
  tekst: {
    type: 'text',
    at: [300, 400],
    props: { w: 300, size: 'l' },
    text: [line('Losse tekst')],
  },
  stip: { type: 'stip', at: [660, 400], props: { w: 320 }, text: [line('Iedereen fietst')] },
  foto: { type: 'image', at: photos.foto, props: { w: 100, h: 100, assetId: 'asset:foto' } },
  doorzichtig: {
    type: 'image',
    at: photos.doorzichtig,
    props: { w: 100, h: 100, assetId: 'asset:doorzichtig' },
  },
  pijl: {
    type: 'arrow',
    at: [1040, 460],
    props: { start: { x: 0, y: 0 }, end: { x: 400, y: 0 }, text: 'leidt tot' },
  },
} as const
