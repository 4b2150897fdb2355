import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { Evening } from '../../support/evening.ts'
import { line, writeThings } from '../../support/full-board.ts'
import { aTicket, PlainClient } from '../../support/plain-client.ts'
import { bytesOf, takeHome } from '../../support/take-home.ts'
import { expect, test } from '../../support/test.ts'

/** Every thing stands in a field of its own, in board units. */
const FIELD = { w: 1200, h: 800 }
const COLUMNS = 3
/** What the pixels of a screen, and another way to draw letters, make of a side; in board units. */
const NEARLY = 20
/** How much darker than paper ink is. */
const INK = 60
const forms = ['Afbeelding (PNG)', 'Tekening (SVG)'] as const

test('[I67] what is large on the board is as large in pictures, and no larger', async ({
  newDevice,
  stip,
}) => {
  const evening = await Evening.start(stip.url, { groupCount: 1 })
  // A board on which nobody laid zones.
  const boardId = await evening.board('vision')
  const ticket = await aTicket(evening.facilitator, boardId, 'facilitator')
  const writer = new PlainClient(stip.url, boardId, ticket)
  await expect.poll(() => writer.isSynced).toBe(true)
  writeThings(writer.document, { ...things, ...corners })
  const stored = async () => (await evening.contentOf(boardId)).records.map(({ type }) => type)
  await expect.poll(stored).toHaveLength(names.length + 2)
  writer.leave()
  const page = await (await newDevice()).newPage()
  await page.goto(await evening.link('facilitator'))
  await page.getByRole('button', { name: 'Open bord Visie' }).click()
  await page.getByRole('region', { name: 'Bord', exact: true }).press('Shift+1')
  await expect(page.locator('[data-shape-id="shape:hoek2"]')).toBeVisible()
  const [first, last] = await cornersOn(page)
  const onScreen = await boxesOn(await page.screenshot(), first, last)
  expect(onScreen.filter((box) => box !== undefined)).toHaveLength(names.length)

  for (const form of forms) {
    // One after the other, from one menu.
    // oxlint-disable-next-line no-await-in-loop
    const file = await bytesOf(await takeHome(page, form))
    // oxlint-disable-next-line no-await-in-loop
    const inPicture = await boxesOn(...(await pictureOf(page, form, file)))
    for (const [number, name] of names.entries()) {
      for (const side of ['left', 'top', 'right', 'bottom'] as const) {
        const [one = NaN, other = NaN] = [onScreen[number]?.[side], inPicture[number]?.[side]]
        expect(Math.abs(one - other), `${name}, ${side}, ${form}`).toBeLessThan(NEARLY)
      }
    }
  }
})

interface Point {
  readonly x: number
  readonly y: number
}

/** Where the outer corners of the board are on the screen. */
async function cornersOn(page: Page): Promise<readonly [Point, Point]> {
  const boxes = await Promise.all(
    ['hoek1', 'hoek2'].map((name) => page.locator(`[data-shape-id="shape:${name}"]`).boundingBox()),
  )
  const [first, last] = boxes
  if (first === null || last === null || first === undefined || last === undefined) {
    throw new Error('The corners are not on the screen.')
  }
  return [
    { x: first.x, y: first.y },
    { x: last.x + last.width, y: last.y + last.height },
  ]
}

/** A picture as a browser shows it, and where the outer corners are on it. */
async function pictureOf(
  page: Page,
  form: string,
  file: Buffer,
): Promise<readonly [Buffer, Point, Point]> {
  const picture = form === forms[0] ? file : await drawn(page, file)
  const { width, height } = await sharp(picture).metadata()
  // There are 48 units around everything.
  const unit = width / (whole.w + 96)
  const room = 48 * unit
  return [picture, { x: room, y: room }, { x: width - room, y: height - room }]
}

async function drawn(page: Page, svg: Buffer): Promise<Buffer> {
  const source = `data:image/svg+xml;base64,${svg.toString('base64')}`
  const address = await page.evaluate(async (src) => {
    const image = new Image()
    image.src = src
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    canvas.getContext('2d')?.drawImage(image, 0, 0)
    return canvas.toDataURL()
  }, source)
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where there is ink in each field, in board units; undefined where there is none. */
async function boxesOn(
  picture: Buffer,
  first: Point,
  last: Point,
): Promise<readonly (Box | undefined)[]> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#fff' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const unit = (last.x - first.x) / whole.w
  const isInk = (x: number, y: number): boolean => {
    const at = (Math.round(first.y + y * unit) * info.width + Math.round(first.x + x * unit)) * 3
    return [0xfb, 0xfa, 0xf7].some((paper, channel) => paper - (data[at + channel] ?? 255) > INK)
  }
  return names.map((_, number) => {
    const left = (number % COLUMNS) * FIELD.w
    const top = Math.floor(number / COLUMNS) * FIELD.h
    let box: Box | undefined
    for (let y = 40; y < FIELD.h - 40; y += 4) {
      for (let x = 40; x < FIELD.w - 40; x += 4) {
        if (!isInk(left + x, top + y)) continue
        box = {
          left: Math.min(box?.left ?? x, x),
          top: Math.min(box?.top ?? y, y),
          right: Math.max(box?.right ?? x, x),
          bottom: Math.max(box?.bottom ?? y, y),
        }
      }
    }
    return box
  })
}

/** A thing of which the left top stands so far into its field. */
const kinds = {
  hoofdpunt: {
    type: 'note',
    meta: { keyCard: true },
    props: { scale: 2, color: 'blue' },
    text: [line('Groot')],
  },
  briefje: { type: 'note', props: { scale: 0.5, color: 'blue' }, text: [line('Klein')] },
  stip: { type: 'stip', props: { scale: 2, w: 320 }, text: [line('Samen doen')] },
  horizon: { type: 'horizon', props: { scale: 2, w: 300 } },
  vorm: { type: 'geo', props: { scale: 2, w: 400, h: 300, fill: 'none' }, text: [line('Vorm')] },
  tekst: { type: 'text', props: { scale: 2, w: 300, font: 'sans' }, text: [line('Losse tekst')] },
  pijl: {
    type: 'arrow',
    props: { scale: 2, start: { x: 0, y: 0 }, end: { x: 500, y: 200 }, text: '' },
  },
  lijn: {
    type: 'draw',
    props: {
      segments: [
        {
          type: 'free',
          points: [0, 1, 2, 3, 4].map((at) => ({ x: at * 90, y: (at % 2) * 120, z: 0.5 })),
        },
      ],
      color: 'blue',
      fill: 'none',
      dash: 'draw',
      size: 'm',
      isComplete: true,
      isClosed: false,
      isPen: false,
      scale: 2,
    },
  },
} as const
const names = Object.keys(kinds)
const things = Object.fromEntries(
  Object.entries(kinds).map(([name, thing], number) => [
    name,
    {
      ...thing,
      at: [
        (number % COLUMNS) * FIELD.w + 200,
        Math.floor(number / COLUMNS) * FIELD.h + 160,
      ] as const,
    },
  ]),
)
/** With a row of fields below, where tools float over the board. */
const whole = { w: COLUMNS * FIELD.w, h: (Math.ceil(names.length / COLUMNS) + 1) * FIELD.h }
const corner = { w: 20, h: 20, fill: 'solid' } as const
const corners = {
  hoek1: { type: 'geo', at: [0, 0], props: corner, text: [line('')] },
  hoek2: { type: 'geo', at: [whole.w - 20, whole.h - 20], props: corner, text: [line('')] },
} as const
