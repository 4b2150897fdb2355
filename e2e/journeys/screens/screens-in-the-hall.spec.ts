import { type BrowserContext, type Page, expect } from '@playwright/test'
import { Facilitator } from '../../people/facilitator.ts'
import { Participant } from '../../people/participant.ts'
import { Wall } from '../../people/wall.ts'
import { test } from '../../support/test.ts'

test('four digits make a screen the beamer, or the screen of a group that is counted nowhere', async ({
  newDevice,
  stip,
}) => {
  const facilitator = await Facilitator.start(await newDevice(), stip.origin, {
    title: 'Proefavond',
    format: 'Proefrondje: teken samen in twintig minuten',
    groups: 2,
  })
  const code = await facilitator.code()

  await test.step('the beamer types nothing', async () => {
    const screen = await waitingScreen(await newDevice(), stip.origin)
    await pair(facilitator.page, { digits: '0000', as: 0 })
    await expect(facilitator.page.getByText('Deze code staat nu op geen scherm.')).toBeVisible()
    await pair(facilitator.page, { digits: await digitsOn(screen), as: 0 })
    await expect(screen).toHaveURL(/\/beamer$/)
    const wall = Wall.on(screen)
    await wall.showsCode(code)
    await screen.reload()
    await wall.showsCode(code)
    await facilitator.page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).click()
  })

  const anna = await Participant.join(await newDevice(), stip.origin, { code, name: 'Anna' })
  await facilitator.seesPeople(1)

  await test.step('a screen of a group draws along and is nobody', async () => {
    const screen = await waitingScreen(await newDevice(), stip.origin)
    await pair(facilitator.page, { digits: await digitsOn(screen), as: 1 })
    await expect(screen).toHaveURL(/\/meedoen$/)
    await facilitator.page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).click()
    await facilitator.makeGroups()
    await facilitator.goTo('Teken ons plein')
    await facilitator.seesPeople(1)
    const table = Participant.on(screen, 'groepsscherm')
    await table.goToBoard()
    await table.board.putNote([0.5, 0.5], 'Van ons samen')
    await table.board.isSaved()
  })

  await test.step('a role that was wrong is put right, and taken back', async () => {
    const { page, people } = facilitator
    await people.getByRole('button', { name: 'Toon iedereen' }).click()
    await people.getByRole('button', { name: /^.*Anna/ }).click()
    await page.getByRole('button', { name: 'Andere rol' }).click()
    const sheet = page.getByRole('dialog', { name: 'Andere rol' })
    await sheet.getByRole('combobox', { name: 'Rol' }).selectOption('Raadslid')
    await sheet.getByRole('button', { name: 'Bewaar de rol' }).click()
    await expect(people.getByRole('row', { name: /Raadslid/ })).toBeVisible()
    await page.getByRole('button', { name: 'Maak ongedaan' }).click()
    await expect(people.getByRole('row', { name: /Raadslid/ })).toHaveCount(0)
  })

  await test.step('who comes late is told of at the console', async () => {
    await Participant.join(await newDevice(), stip.origin, { code, name: 'Bram' })
    await expect(
      facilitator.people.getByText(/^Bram kwam later binnen en zit in groep/),
    ).toBeVisible()
  })
  expect(anna.page.url()).toContain('/meedoen')
})

async function waitingScreen(device: BrowserContext, origin: string): Promise<Page> {
  const page = await device.newPage()
  await page.goto(origin)
  await page.getByRole('link', { name: /^Dit is een scherm in de zaal/ }).click()
  await expect(page.getByText(/^\d{4}$/)).toBeVisible()
  return page
}

function digitsOn(screen: Page): Promise<string> {
  return screen.getByText(/^\d{4}$/).innerText()
}

/** @param as - 0: the beamer; 1 and further: the screen of that group. */
async function pair(
  console: Page,
  { digits, as }: { readonly digits: string; readonly as: number },
): Promise<void> {
  const form = console.getByRole('form', { name: 'Een scherm koppelen' })
  if (!(await form.isVisible())) {
    await console.getByRole('button', { name: 'Meedoen en links' }).click()
  }
  await form.getByRole('textbox', { name: 'Cijfers op het scherm' }).fill(digits)
  await form.getByRole('combobox', { name: 'Dit scherm is' }).selectOption({ index: as })
  await form.getByRole('button', { name: 'Koppel' }).click()
}
