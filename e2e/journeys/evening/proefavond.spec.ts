import { expect } from '@playwright/test'
import { Facilitator } from '../../people/facilitator.ts'
import { test } from '../../support/test.ts'

const title = 'Eerst eens kijken'

test('[Z1] [Z3] [Z4] the facilitator fills an empty session with an invented evening, and stops it', async ({
  stip,
  newDevice,
}) => {
  const device = await newDevice({ viewport: { width: 1440, height: 900 } })
  const format = 'Bijeenkomst 1: onze visie op overheidsparticipatie'
  const { page } = await Facilitator.start(device, stip.origin, { title, format })
  const card = page.getByRole('region', { name: 'Proefavond' })
  await card.getByRole('button', { name: 'Vul met een proefavond' }).click()
  await expect(
    card.getByText(/^Proefavond: stap 1 van 17, \d+ mensen, \d+ briefjes …$/),
  ).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Deelnemers \([1-9]/ })).toBeVisible()
  await card.getByRole('button', { name: 'Stop de proefavond' }).click()
  const ended = page.getByText(/^De proefavond is gestopt bij stap \d+\./)
  await expect(ended).toBeVisible()
  await page.getByRole('button', { name: 'Sluiten' }).click()
  await expect(ended).toBeHidden()
  await expect(page.getByRole('button', { name: 'Vul met een proefavond' })).toBeHidden()
})

test('[Z2] a session with somebody in it is not filled', async ({ stip, newDevice }) => {
  const facilitator = await Facilitator.start(await newDevice(), stip.origin, {
    title,
    format: 'Proefrondje: teken samen in twintig minuten',
  })
  // There is no invented evening for this format.
  await facilitator.seesPeople(0)
  await expect(facilitator.page.getByRole('button', { name: /proefavond/ })).toBeHidden()
})
