import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { oneAtWork } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

test('photos are off until they are allowed, and come out without place and people', async ({
  newDevice,
  stip,
}) => {
  const { evening, anna } = await oneAtWork({ newDevice, stip })
  const { page, board } = anna
  const photo = { name: 'plein.jpg', mimeType: 'image/jpeg', buffer: await aPhotoWithGps() }

  await test.step('off: no button, and a dropped photo gets a sentence', async () => {
    await expect(board.toolbar.getByRole('button', { name: 'Foto', exact: true })).toHaveCount(0)
    await paste(page, photo.buffer)
    await expect(page.getByText('Foto’s staan uit. De begeleider kan ze aanzetten.')).toBeVisible()
    await expect(sheet(page)).toHaveCount(0)
  })

  await test.step('allowed: the photo is looked at first', async () => {
    await evening.command({ type: 'allow-images', on: true })
    await board.addImage(photo)
    await expect(sheet(page).getByText('Staan er mensen of namen op? Dek ze af.')).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
    expect(violations).toEqual([])
  })

  await test.step('a face is covered with the brush, a name with the keyboard', async () => {
    await brush(sheet(page).getByRole('img', { name: /^Je foto/ }), [0.1, 0.2], [0.2, 0.2])
    await sheet(page).getByRole('button', { name: 'Zet een vlak' }).click()
    const block = sheet(page).getByRole('button', { name: /^Vlak/ })
    await expect(block).toBeFocused()
    for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('+')
    await sheet(page).getByLabel('Wat staat erop? (mag leeg)').fill('Het plein op een zomerdag')
    await sheet(page).getByRole('button', { name: 'Zet op het bord' }).click()
    await expect(sheet(page)).toHaveCount(0)
    await expect(board.images).toHaveCount(1)
    await board.isSaved()
  })

  await test.step('what everybody gets has no place in it, and nothing under the covers', async () => {
    const { records } = await evening.contentOf(await evening.boardOfGroup('A'))
    const asset = records.find(({ id }) => id.startsWith('asset:')) as Asset | undefined
    expect(records.find(({ type, id }) => type === 'image' && id !== asset?.id)?.text).toBe(
      'Het plein op een zomerdag',
    )
    const answer = await evening.facilitator.ask(asset?.props.src ?? '')
    const stored = sharp(Buffer.from(await answer.arrayBuffer()))
    const { exif, width, height } = await stored.metadata()
    expect([exif, width, height]).toEqual([undefined, 800, 600])
    const { data, info } = await stored.removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const brightness = (x: number, y: number) =>
      data[(Math.round(y * 599) * info.width + Math.round(x * 799)) * info.channels + 1] ?? 0
    expect(brightness(0.15, 0.2)).toBeLessThan(60)
    expect(brightness(0.7, 0.5)).toBeLessThan(60)
    expect(brightness(0.3, 0.8)).toBeGreaterThan(150)
  })

  await test.step('a drawing or a document is refused in words', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    await board.addImage({ name: 'a.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) })
    await expect(sheet(page).getByText('Een PDF of SVG kan niet op het bord.')).toBeVisible()
    await sheet(page).getByRole('button', { name: 'Toch niet' }).click()
    await expect(sheet(page)).toHaveCount(0)
    await expect(board.images).toHaveCount(1)
  })

  await test.step('off again: what is there stays', async () => {
    await evening.command({ type: 'allow-images', on: false })
    await expect(board.toolbar.getByRole('button', { name: 'Foto', exact: true })).toHaveCount(0)
    await expect(board.images).toHaveCount(1)
  })
})

interface Asset {
  readonly id: string
  readonly props: { readonly src: string }
}

function sheet(page: Page): Locator {
  return page.getByRole('dialog')
}

/** A light photo that tells where it was taken. */
async function aPhotoWithGps(): Promise<Buffer> {
  const photo = await sharp({
    create: { width: 800, height: 600, channels: 3, background: '#C8E6C9' },
  })
    .withExif({
      IFD0: { Artist: 'Anna' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1', GPSLongitudeRef: 'E' },
    })
    .jpeg()
    .toBuffer()
  const { exif } = await sharp(photo).metadata()
  expect(exif?.includes('Anna')).toBe(true)
  return photo
}

async function brush(
  picture: Locator,
  ...spots: readonly (readonly [across: number, down: number])[]
): Promise<void> {
  const box = await picture.boundingBox()
  if (box === null) throw new Error('There is no photo on the screen.')
  const mouse = picture.page().mouse
  for (const [place, [across, down]] of spots.entries()) {
    // One after the other, as a hand goes.
    // oxlint-disable-next-line no-await-in-loop
    await mouse.move(box.x + across * box.width, box.y + down * box.height, { steps: 5 })
    // oxlint-disable-next-line no-await-in-loop
    if (place === 0) await mouse.down()
  }
  await mouse.up()
}

/** Drops a photo on the board, as from another window. */
async function paste(page: Page, photo: Buffer): Promise<void> {
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)
    const transfer = new DataTransfer()
    transfer.items.add(new File([bytes], 'foto.jpg', { type: 'image/jpeg' }))
    const canvas = document.querySelector('.tl-canvas')
    const place = { clientX: 400, clientY: 400, bubbles: true, cancelable: true }
    canvas?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, ...place }))
  }, photo.toString('base64'))
}
