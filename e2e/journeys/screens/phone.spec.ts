import { Outline } from '../../people/outline.ts'
import { Participant } from '../../people/participant.ts'
import { Phone } from '../../people/phone.ts'
import { expectUsableByEverybody } from '../../support/accessible.ts'
import { anEvening, oneInGroup } from '../../support/at-work.ts'
import { Evening } from '../../support/evening.ts'
import { expect, test } from '../../support/test.ts'

/** What shows or changes a board; a phone that writes needs none of it. */
const ofBoards = /\/(?:canvas|boards|around|outline)-/
const narrow = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
]
const hand = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('somebody joins on a phone, writes a note, and sees the board of the group', async ({
  newDevice,
  stip,
}) => {
  const evening = await Evening.start(stip.url, { groupCount: 1 })
  const { joinCode: code } = await evening.view()
  const page = await (await newDevice(hand)).newPage()
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

  await test.step('the practice spot takes a finger', async () => {
    await page.getByLabel('Of typ één woord').fill('hallo')
    await expect(page.getByRole('button', { name: 'Veeg schoon' })).toBeVisible()
  })

  const bram = await Participant.join(await newDevice(), stip.origin, { code, name: 'Bram' })
  await bram.isWaiting()
  await evening.drawInGroups()
  await anna.ownGroup()
  const phone = new Phone(page)
  await anna.goOn(phone.field)
  await bram.goToBoard()
  await test.step('one question with a field, and no board is needed to answer it', async () => {
    await expect(phone.question).toHaveText('Woorden erbij')
    expect(scripts.filter((address) => ofBoards.test(address))).toEqual([])
    await phone.send('In woorden')
    await phone.isStored()
    await expect(bram.board.note('In woorden')).toBeVisible()
  })

  await test.step('what was written stands below, and so does what others write', async () => {
    await bram.board.putNote([0.3, 0.8], 'Van de laptop')
    const own = await phone.openList('Mijn briefjes (1)')
    await expect(own.getByText('In woorden')).toBeVisible()
    await own.getByRole('button', { name: 'Bewerk: “In woorden”' }).tap()
    await own.getByRole('textbox').fill('In andere woorden')
    await own.getByRole('button', { name: 'Klaar' }).tap()
    await expect(bram.board.note('In andere woorden')).toBeVisible()
    // No hoofdpunten are asked for here, and what others wrote is theirs.
    await expect(page.getByRole('button', { name: /^Hoofdpunt/ })).toHaveCount(0)
  })

  await phone.choose('Bord')
  await anna.board.isOpen()
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

  await test.step('the list has the whole board in words', async () => {
    await phone.choose('Lees')
    const list = new Outline(page)
    await list.isOpen()
    await expect(list.note('In andere woorden', 'Woorden erbij')).toBeVisible()
  })

  await test.step('the rest is behind Meer', async () => {
    await page.getByRole('button', { name: 'Meer', exact: true }).first().tap()
    const sheet = page.getByRole('dialog', { name: 'Meer' })
    await expect(sheet.getByText('Zet er woorden bij op briefjes.')).toBeVisible()
    await sheet.getByRole('button', { name: 'Sluiten' }).tap()
    await expect(sheet).toBeHidden()
  })
})

test('half typed words outlive step, tab and page, and what waits for a line is sent later', async ({
  newDevice,
  stip,
}) => {
  const { evening, open } = await anEvening(
    { newDevice, stip },
    { format: 'bijeenkomst-1-visie', devices: { Anna: hand } },
  )
  const [first, second] = [await evening.join('Anna'), await evening.join('Bram')]
  const goTo = (position: number): Promise<void> =>
    evening.command({ type: 'go-to-step', position })
  await goTo(0)
  const anna = await open('Anna', first.device)
  const phone = new Phone(anna.page)
  await expect(phone.question).toHaveText('Met welk woord kom je binnen?')
  await expectUsableByEverybody(anna.page, '.stip-phone', narrow)

  await test.step('the words stay', async () => {
    await phone.field.fill('Nieuwsg')
    await goTo(1)
    await expect(phone.question).toHaveText('Wat helpt om goed samen te praten?')
    await expect(phone.field).toHaveValue('Nieuwsg')
    await expect(phone.said).toHaveText('De vraag is nieuw. Past je tekst nog?')
    await phone.choose('Lees')
    await phone.choose('Schrijf')
    await expect(phone.field).toHaveValue('Nieuwsg')
    await anna.page.reload()
    await expect(phone.field).toHaveValue('Nieuwsg')
  })

  await test.step('a chip asks another question of the same step', async () => {
    await phone.zone('Wat staat vast, wat is open?').check({ force: true })
    await expect(phone.question).toHaveText('Waar kunnen we vanavond over meedenken?')
  })

  await test.step('Enter sends, without a connection as well', async () => {
    await anna.page.context().setOffline(true)
    await phone.field.fill('Over het plein')
    await phone.field.press('Enter')
    await expect(phone.said).toHaveText(
      'Geen verbinding. Bewaard op dit apparaat · 1 briefje wacht',
    )
    await expect(phone.field).toBeFocused()
    await anna.page.context().setOffline(false)
    await phone.isStored()
    const plenary = await evening.board('plenary')
    const { records } = await evening.contentOf(plenary)
    expect(records.filter(({ text }) => text === 'Over het plein')).toHaveLength(1)
  })

  await test.step('what others wrote is counted, and read with one tap', async () => {
    const plenary = await evening.board('plenary')
    await second.device.post(`/api/boards/${plenary}/notes?as=participant`, {
      id: 'shape:a-note-that-bram-sent',
      zone: 'shape:step-welkom-regels',
      words: 'Elkaar laten uitpraten',
    })
    const others = await phone.openList('Van iedereen (1)')
    await expect(others.getByText('Elkaar laten uitpraten')).toBeVisible()
    await expectUsableByEverybody(anna.page, '.stip-phone', narrow)
  })

  await test.step('what others wrote is read, and changed or chosen nowhere', async () => {
    await phone.choose('Lees')
    const list = new Outline(anna.page)
    await list.isOpen()
    await expect(list.note('Elkaar laten uitpraten')).toBeVisible()
    await expect(list.region.getByRole('button', { name: /^(?:Bewerk|Hoofdpunt)/ })).toHaveCount(0)
    await expect(list.region.getByText('Hoofdpunten 0/5')).toBeHidden()
    await phone.choose('Schrijf')
  })

  await test.step('a phone is calm until the room is asked something', async () => {
    await goTo(3)
    await expect(phone.question).toHaveText('Waar staan we nu?')
    await expect(anna.page.getByText('Je hoeft nu niets te schrijven.')).toBeVisible()
    await expect(phone.field).toBeHidden()
  })
})

test('without a connection every tab can still be seen and tapped', async ({ newDevice, stip }) => {
  const { anna } = await oneInGroup({ newDevice, stip }, { devices: { Anna: hand } })
  const { page } = anna
  await anna.goOn(new Phone(page).field)
  await page.context().setOffline(true)
  const bar = page.getByText('Geen verbinding. We proberen het steeds opnieuw.')
  await expect(bar).toBeVisible()
  for (const size of [hand.viewport, { width: 320, height: 640 }]) {
    await page.setViewportSize(size)
    await test.step(`at ${size.width} wide`, async () => {
      const told = await bar.boundingBox()
      const header = await page.getByRole('banner').boundingBox()
      expect(header?.y).toBeGreaterThanOrEqual((told?.y ?? 0) + (told?.height ?? 0))
      for (const name of ['Bord', 'Lees', 'Schrijf']) {
        await page.getByRole('button', { name, exact: true }).click({ trial: true })
      }
      const tall = await page.evaluate(() => document.documentElement.scrollHeight)
      expect(tall).toBe(size.height)
    })
  }
})

test('without a connection the tabs of a laptop can still be seen and clicked', async ({
  newDevice,
  stip,
}) => {
  const { anna } = await oneInGroup({ newDevice, stip })
  const { page } = anna
  await anna.goToBoard()
  await page.context().setOffline(true)
  const bar = page.getByText('Geen verbinding. We proberen het steeds opnieuw.')
  await expect(bar).toBeVisible()
  for (const size of [
    { width: 1280, height: 720 },
    { width: 1440, height: 900 },
  ]) {
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
