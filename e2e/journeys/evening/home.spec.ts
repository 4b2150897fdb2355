import { expect, test } from '../../support/test.ts'

test('the home page opens over plain http on a name that is not localhost', async ({
  newDevice,
  stip,
}) => {
  const device = await newDevice()
  const page = await device.newPage()
  await page.goto(stip.origin)
  await expect(page).toHaveTitle(/Stip/)
  await expect(page.getByRole('button', { name: 'Doe mee' })).toBeVisible()
  expect(await page.evaluate(() => globalThis.isSecureContext)).toBe(false)
})
