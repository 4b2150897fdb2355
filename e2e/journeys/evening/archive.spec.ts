import { Facilitator } from '../../people/facilitator.ts'
import { Home } from '../../people/home.ts'
import { Participant } from '../../people/participant.ts'
import { startServer } from '../../support/stip-server.ts'
import { expectUsableByEverybody } from '../../support/accessible.ts'
import { expect, test } from '../../support/test.ts'

const title = 'Visie Sterrenveld'

test('an evening goes as one file to another Stip, and is the same evening there', async ({
  newDevice,
  stip,
}) => {
  const laptop = await newDevice()
  const facilitator = await Facilitator.start(laptop, stip.origin, { title, groups: 2 })
  const phone = await newDevice()
  await Participant.join(phone, stip.origin, {
    code: await facilitator.code(),
    name: 'Anna',
    role: 'Bewoner',
  })
  await facilitator.seesPeople(1)
  const { page } = facilitator
  await expect(page.getByRole('heading', { name: 'Archief' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Meer', exact: true }).click()
  await page.getByText('Sluit de bijeenkomst af').click()

  const file = await test.step('the console says what is in it, and gives it', async () => {
    await expect(page.getByText('Er staan namen in van wie meedeed')).toBeVisible()
    await expectUsableByEverybody(page, '#inhoud')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Archief (ZIP)' }).click()
    const saved = await download
    expect(saved.suggestedFilename()).toBe('Visie-Sterrenveld-archief.zip')
    await expect(page.getByText('het archief staat bij je downloads')).toBeVisible()
    return saved.path()
  })

  const other = await startServer()
  try {
    const home = await Home.open(await newDevice(), other.origin)
    await expect(home.page.getByRole('button', { name: 'Open een archief' })).toBeVisible()
    const choose = home.page.locator('input[type=file]')
    await expectUsableByEverybody(home.page, '#inhoud')
    await test.step('what is no archive is refused in words', async () => {
      await choose.setInputFiles({
        name: 'brief.zip',
        mimeType: 'application/zip',
        buffer: Buffer.from('Beste'),
      })
      await expect(home.page.getByText('Dit is geen archief van Stip.')).toBeVisible()
    })
    await choose.setInputFiles(file)
    await expect(home.page).toHaveURL(/\/console$/)
    await expect(home.page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(home.page.getByRole('heading', { name: 'Deelnemers (1)' })).toBeVisible()
    await expect(home.page.getByRole('button', { name: 'Archief (ZIP)' })).toBeVisible()
  } finally {
    await other.stop()
  }

  await test.step('where it is already, that is said', async () => {
    const home = await Home.open(laptop, stip.origin)
    const chooser = home.page.waitForEvent('filechooser')
    await home.page.getByRole('button', { name: 'Open een archief' }).click()
    await (await chooser).setFiles(file)
    await expect(home.page.getByText('Deze bijeenkomst staat al op deze Stip.')).toBeVisible()
  })
})
