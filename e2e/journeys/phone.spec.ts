import { Outline } from '../people/outline.ts'
import { Participant } from '../people/participant.ts'
import { oneInGroup } from '../support/at-work.ts'
import { Evening } from '../support/evening.ts'
import { expect, test } from '../support/test.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('somebody joins on a phone, writes a note, and sees the board of the group', async ({
  newDevice,
  stip,
}) => {
  const evening = await Evening.start(stip.url, { groupCount: 1 })
  const { joinCode: code } = await evening.view()
  const page = await (await newDevice(phone)).newPage()
  const scripts: string[] = []
  page.on('response', (answer) => {
    if (answer.url().endsWith('.js')) scripts.push(answer.url())
  })

  // What a QR code opens: the code is in the address, so the first question is the name.
  await page.goto(`${stip.origin}/doe-mee#${code}`)
  const anna = Participant.on(page, 'Anna')
  await anna.tellName('Anna')
  await anna.tellRole('Bewoner')
  await anna.isWaiting()
  expect(scripts.filter((address) => address.includes('canvas'))).toEqual([])

  await test.step('the practice spot takes a finger', async () => {
    await page.getByLabel('Of typ één woord').fill('hallo')
    await expect(page.getByRole('button', { name: 'Veeg schoon' })).toBeVisible()
  })

  const bram = await Participant.join(await newDevice(), stip.origin, { code, name: 'Bram' })
  await bram.isWaiting()
  await evening.drawInGroups()
  await anna.ownGroup()
  const list = new Outline(page)
  await anna.goOn(list.region)
  await list.isOpen()
  await bram.goToBoard()
  await test.step('the list comes first, and needs no canvas', async () => {
    await list.add('Woorden erbij').tap()
    await page.keyboard.type('In woorden')
    await list.region.getByRole('button', { name: 'Zet op het bord' }).tap()
    await expect(list.note('In woorden', 'Woorden erbij')).toBeVisible()
    await expect(bram.board.note('In woorden')).toBeVisible()
    expect(scripts.filter((address) => address.includes('canvas'))).toEqual([])
  })

  await page.getByRole('button', { name: 'Bord', exact: true }).tap()
  await anna.board.isOpen()
  await bram.board.putNote([0.3, 0.4], 'Van de laptop')

  await test.step('a tap puts down a note, and the words come along', async () => {
    await anna.board.region.getByRole('button', { name: 'Nieuw briefje' }).tap()
    await page.keyboard.type('Van de telefoon')
    await anna.board.stopTyping()
    await anna.board.isSaved()
    await expect(bram.board.note('Van de telefoon')).toBeVisible()
  })

  await test.step('the whole board fits on the phone', async () => {
    await anna.board.region.getByRole('button', { name: 'Hele bord' }).tap()
    await expect(anna.board.note('Van de laptop')).toBeVisible()
    await expect(anna.board.note('Van de telefoon')).toBeVisible()
  })

  await test.step('a tap on the step gives the whole instruction', async () => {
    await page.getByRole('button', { name: /Teken ons plein/ }).tap()
    const sheet = page.getByRole('dialog', { name: 'Teken ons plein over tien jaar' })
    await expect(sheet.getByText('Zet er woorden bij op briefjes.')).toBeVisible()
    await sheet.getByRole('button', { name: 'Sluiten' }).tap()
    await expect(sheet).toBeHidden()
  })
})

test('without a connection every tab can still be seen and tapped', async ({ newDevice, stip }) => {
  const { anna } = await oneInGroup({ newDevice, stip }, { devices: { Anna: phone } })
  const { page } = anna
  await anna.goOn(new Outline(page).region)
  await page.context().setOffline(true)
  const bar = page.getByText('Geen verbinding. We proberen het steeds opnieuw.')
  await expect(bar).toBeVisible()
  for (const size of [phone.viewport, { width: 1280, height: 720 }, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size)
    await test.step(`at ${size.width} wide`, async () => {
      const told = await bar.boundingBox()
      const header = await page.locator('.stip-step-header').boundingBox()
      expect(header?.y).toBeGreaterThanOrEqual((told?.y ?? 0) + (told?.height ?? 0))
      for (const name of ['Bord', 'Lijst']) {
        await page.getByRole('button', { name, exact: true }).click({ trial: true })
      }
      const tall = await page.evaluate(() => document.documentElement.scrollHeight)
      expect(tall).toBe(size.height)
    })
  }
})
