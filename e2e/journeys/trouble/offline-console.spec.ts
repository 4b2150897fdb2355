import { Facilitator } from '../../people/facilitator.ts'
import { Wall } from '../../people/wall.ts'
import { keepsTheScreens } from '../../support/kept-on-device.ts'
import { startServer } from '../../support/stip-server.ts'
import { expect, test } from '../../support/test.ts'

const told = 'Geen verbinding. Dit is wat we het laatst wisten. Straks gaat alles vanzelf verder.'

test('console and wall are loaded again without a connection, and go on by themselves', async ({
  browser,
}) => {
  const stip = await startServer()
  // Browsers keep pages on https and on this computer only; see the README.
  const device = await browser.newContext({ reducedMotion: 'reduce' })
  try {
    const lead = await Facilitator.start(device, stip.url, {
      title: 'Visie Sterrenveld',
      format: 'Proefrondje: teken samen in twintig minuten',
      groups: 2,
    })
    const { page } = lead
    const code = await lead.code()
    const link = new URL(await lead.link('Voor de beamer'))
    const wall = await Wall.open(device, stip.url + link.pathname + link.hash)
    await wall.showsCode(code)
    await lead.openBoard('Samen')
    await lead.board.putNote([0.4, 0.4], 'Het laatste dat we zagen')
    await lead.board.isSaved()
    await lead.backToOverview()
    const card = lead.card('Samen')
    await expect(card).toContainText('1 ding')
    await keepsTheScreens(page)

    await stip.kill()
    await test.step('what was known stands there, with a sentence that says so', async () => {
      await page.reload()
      await expect(page.getByText(told)).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Visie Sterrenveld')
      expect(await lead.code()).toBe(code)
      await expect(card).toContainText('1 ding')
      await wall.page.reload()
      await wall.showsCode(code)
      await expect(wall.page.getByText(told)).toBeVisible()
    })

    await test.step('a press says what is the matter, and breaks nothing', async () => {
      await lead.agenda.getByRole('button').first().click()
      await expect(page.getByRole('alert').filter({ hasText: 'Geen verbinding' })).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Visie Sterrenveld')
    })

    await test.step('the line is back: nobody has to do anything', async () => {
      await stip.startAgain()
      await expect(page.getByText(told)).toHaveCount(0)
      await expect(wall.page.getByText(told)).toHaveCount(0)
      const step = lead.agenda.getByRole('button').first()
      await step.click()
      await expect(step).toHaveAttribute('aria-current', 'step')
      await expect(wall.title).toBeVisible()
    })
  } finally {
    await device.close()
    await stip.stop()
  }
})
