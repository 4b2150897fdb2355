import { expectUsableByEverybody } from '../../support/accessible.ts'
import { anEvening } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

test('[P22] what was pressed is told in the console, and taken back from there', async ({
  newDevice,
  stip,
}) => {
  const { evening } = await anEvening({ newDevice, stip }, { groupCount: 2 })
  await evening.join('Anna')
  await evening.join('Bram')
  await evening.drawInGroups()
  await evening.command({ type: 'allow-images', on: true })
  const desk = await (await newDevice()).newPage()
  const openCourse = async (): Promise<void> => {
    await desk.getByRole('button', { name: 'Meer', exact: true }).click()
    await desk.getByRole('button', { name: 'Verloop' }).click()
  }
  await desk.goto(await evening.link('facilitator'))
  await openCourse()
  const sheet = desk.getByRole('dialog', { name: 'Verloop' })
  const lines = sheet.getByRole('listitem')

  await test.step('it says what happened and in what capacity, the last first', async () => {
    await expect(lines.first()).toContainText('Begeleider')
    await expect(lines.first()).toContainText('Foto’s mogen op de borden.')
    await expect(sheet).toContainText('2 mensen kwamen binnen.')
    await expectUsableByEverybody(desk, '.stip-course')
  })

  await test.step('one press takes something back, and that is told too', async () => {
    await lines
      .first()
      .getByRole('button', { name: /^Maak ongedaan/ })
      .click()
    await expect(lines.first()).toContainText('Foto’s mogen niet meer op de borden.')
  })

  await test.step('what was taken back says so, and what cannot be has no button', async () => {
    await expect(lines.nth(1)).toContainText('al veranderd')
    const mixed = lines.filter({ hasText: 'De groepen zijn gemaakt' })
    const undo = mixed.getByRole('button', { name: /^Maak ongedaan/ })
    await expect(undo).toHaveCount(1)
    await evening.command({ type: 'undo-mix' })
    await expect(lines.first()).toContainText('De groepen zijn weer zoals ze waren.')
    await expect(undo).toHaveCount(0)
  })

  await test.step('two presses in a row take one thing back, once', async () => {
    await evening.command({ type: 'add-minutes', minutes: 5 })
    const longer = lines.filter({ hasText: '5 minuten langer' })
    await longer.getByRole('button', { name: /^Maak ongedaan/ }).dblclick()
    const shorter = lines.filter({ hasText: '5 minuten korter' })
    await expect(shorter).toHaveCount(1)
    await expect(longer).toContainText('al veranderd')
    await expect(longer.getByRole('button')).toHaveCount(0)
  })

  await test.step('hundreds of presses stay readable, a page at a time', async () => {
    for (let turn = 0; turn < 150; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      await evening.command({ type: 'show-names', on: turn % 2 === 0 })
    }
    // As long as it stands there it goes along.
    await expect.poll(() => lines.count()).toBeGreaterThan(150)
    await desk.reload()
    await openCourse()
    await expect(lines).toHaveCount(100)
    await sheet.getByRole('button', { name: 'Toon eerder' }).click()
    await expect.poll(() => lines.count()).toBeGreaterThan(150)
    await sheet.getByRole('checkbox').check()
    await expect(sheet).not.toContainText('kwamen binnen')
  })
})
