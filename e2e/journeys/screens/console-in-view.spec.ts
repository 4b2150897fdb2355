import { anEvening } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

test('the console keeps in view what the facilitator acts on', async ({ newDevice, stip }) => {
  const { evening } = await anEvening({ newDevice, stip }, { groupCount: 3 })
  await evening.join('Anna')
  await evening.drawInGroups()
  const desk = await (await newDevice({ viewport: { width: 1440, height: 900 } })).newPage()
  await desk.goto(await evening.link('facilitator'))

  await test.step('a clock that stands still fits beside its words', async () => {
    await desk.getByRole('button', { name: 'Pauze' }).click()
    await expect(desk.getByRole('button', { name: 'Verder', exact: true })).toBeVisible()
    const column = desk.locator('.stip-console__left')
    const overhang = await column.evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(overhang).toBe(0)
  })

  await test.step('that a press waits for the wifi is read wherever one has scrolled to', async () => {
    await desk.getByRole('region', { name: /^Deelnemers/ }).hover()
    await desk.mouse.wheel(0, 5000)
    await desk.context().setOffline(true)
    await desk.getByRole('button', { name: '+1 min' }).click()
    await expect(desk.getByText('Het duurt langer dan anders.')).toBeInViewport()
    await desk.context().setOffline(false)
    await expect(desk.getByText('Het duurt langer dan anders.')).toHaveCount(0)
  })
})
