import { Facilitator } from '../../people/facilitator.ts'
import { Participant } from '../../people/participant.ts'
import { Phone } from '../../people/phone.ts'
import { expect, test } from '../../support/test.ts'

const hand = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('somebody writes for a neighbour without a phone, once the facilitator asked them to', async ({
  newDevice,
  stip,
}) => {
  const facilitator = await Facilitator.start(await newDevice(), stip.origin, {
    title: 'Visie Sterrenveld',
    format: 'Proefrondje: teken samen in twintig minuten',
    groups: 1,
  })
  const code = await facilitator.code()
  const page = await (await newDevice(hand)).newPage()
  await page.goto(`${stip.origin}/doe-mee#${code}`)
  const anna = Participant.on(page, 'Anna')
  await anna.tellName('Anna')
  await anna.tellRole('Bewoner')
  await anna.isWaiting()
  await facilitator.people.getByRole('button', { name: 'Persoon zonder telefoon' }).click()
  const sheet = facilitator.page.getByRole('dialog', { name: 'Persoon zonder telefoon' })
  await sheet.getByRole('textbox', { name: 'Naam' }).fill('Zus')
  await sheet.getByRole('button', { name: 'Voeg toe' }).click()
  await facilitator.makeGroups()
  await facilitator.goTo('Teken ons plein')
  const phone = new Phone(page)
  await anna.goOn(phone.field)
  const whose = page.getByRole('combobox', { name: 'Voor wie schrijf je?' })
  await expect(whose).toHaveCount(0)

  await test.step('the facilitator asks Anna, and can take that back', async () => {
    const { people } = facilitator
    await people.getByRole('button', { name: 'Toon iedereen' }).click()
    await people.getByRole('button', { name: /^.*Anna/ }).click()
    await facilitator.page.getByRole('button', { name: 'Maak schrijver' }).click()
    await expect(people.getByText('schrijver', { exact: true })).toBeVisible()
    await expect(whose).toBeVisible()
    await facilitator.page.getByRole('button', { name: 'Maak ongedaan' }).click()
    await expect(whose).toHaveCount(0)
    await people.getByRole('button', { name: /^.*Anna/ }).click()
    await facilitator.page.getByRole('button', { name: 'Maak schrijver' }).click()
  })

  await test.step('Anna writes for Zus, and for herself', async () => {
    await whose.selectOption('Zus')
    await phone.send('Een hek om de speelplaats')
    await phone.isStored()
    await whose.selectOption('Voor mezelf')
    await phone.send('Een bankje')
    await phone.isStored()
    await phone.openList('Mijn briefjes (2)')
    await expect(page.getByText('Een hek om de speelplaats')).toBeVisible()
  })

  await test.step('Anna raises the hand of Zus, and the facilitator hears her', async () => {
    const hand = page.getByRole('button', { name: 'Hand op Zus' })
    await hand.tap()
    await expect(hand).toHaveAttribute('aria-pressed', 'true')
    await expect(facilitator.page.getByText('1 hand op')).toBeVisible()
    await facilitator.page.getByRole('button', { name: 'Alle handen omlaag' }).click()
    await expect(hand).toHaveAttribute('aria-pressed', 'false')
  })
})
