import { Facilitator } from '../../people/facilitator.ts'
import { LookBack } from '../../people/look-back.ts'
import { Observer } from '../../people/observer.ts'
import { expectUsableByEverybody } from '../../support/accessible.ts'
import { twoAtWork } from '../../support/at-work.ts'
import { type Evening, noteTexts } from '../../support/evening.ts'
import { expect, test } from '../../support/test.ts'

test('a facilitator puts a board back, and nobody loses what they wrote', async ({
  newDevice,
  stip,
}) => {
  const { evening, anna, bram } = await twoAtWork({ newDevice, stip })
  const bramsPhone = bram.page.context()
  await anna.board.putNote([0.35, 0.4], 'Eerst')
  await expect(bram.board.note('Eerst')).toBeVisible()
  await keepMoment(evening)
  for (const { page, board } of [anna, bram]) {
    await expect(page.getByText('Stap 2 van 5')).toBeVisible()
    await expect(board.note('Eerst')).toBeVisible()
    await board.isSaved()
  }
  await bramsPhone.setOffline(true)
  await bram.board.putNote([0.65, 0.65], 'Zonder wifi')
  await anna.board.putNote([0.6, 0.35], 'Later')
  await anna.board.isSaved()

  const laptop = await newDevice()
  const page = await laptop.newPage()
  await page.goto(await evening.link('facilitator'))
  const facilitator = new Facilitator(page)
  await facilitator.openBoard(await boardName(evening))
  const looking = new LookBack(page)
  const panel = await looking.openHistory()

  await test.step('slides back with the keyboard and sees what stood there', async () => {
    const slider = panel.getByRole('slider', { name: 'Kies een moment' })
    await slider.focus()
    await page.keyboard.press('Home')
    await expect(slider).toHaveAttribute('aria-valuetext', /\d\d:\d\d · Einde van “.+”/)
    const preview = panel.getByRole('region', { name: /^Het bord: / })
    await expect(preview.getByText('Eerst').filter({ visible: true }).first()).toBeVisible()
    await expect(preview.getByText('Later')).toHaveCount(0)
    await expect(panel.getByText('1 briefje', { exact: true })).toBeVisible()
    await expectUsableByEverybody(page, 'dialog')
  })

  await test.step('puts it back, while somebody draws on', async () => {
    await Promise.all([
      panel.getByRole('button', { name: 'Zet dit moment terug' }).click(),
      anna.board.draw([0.3, 0.7], [0.35, 0.75]),
    ])
    await expect(anna.board.note('Later')).toHaveCount(0)
    await expect(page.getByText('Het bord staat weer zoals toen.')).toBeVisible()
    await expect(anna.board.note('Eerst')).toBeVisible()
  })

  await test.step('who was away brings everything along', async () => {
    await bramsPhone.setOffline(false)
    await bram.board.isSaved()
    for (const { board } of [anna, bram, facilitator]) {
      await expect(board.note('Zonder wifi')).toBeVisible()
    }
    await expect(bram.board.note('Later')).toHaveCount(0)
  })

  await test.step('takes it back, and keeps what came since', async () => {
    await page.getByRole('button', { name: 'Maak ongedaan' }).click()
    for (const { board } of [anna, bram]) await expect(board.note('Later')).toBeVisible()
    const content = await evening.contentOf(await evening.boardOfGroup('A'))
    expect(noteTexts(content)).toEqual(['Eerst', 'Later', 'Zonder wifi'])
  })
})

test('a note says where it comes from, on its own board and on the vision', async ({
  newDevice,
  stip,
}) => {
  const { evening, anna, bram } = await twoAtWork({ newDevice, stip })
  await anna.board.putNote([0.4, 0.5], 'Meer bomen')
  await expect(bram.board.note('Meer bomen')).toBeVisible()
  await bram.board.take('Kies')
  await bram.board.note('Meer bomen').click()
  const looking = new LookBack(bram.page)
  const panel = await looking.askOrigin()
  await expect(panel.getByRole('listitem').filter({ hasText: 'maakte dit' })).toContainText('Anna')
  await expectUsableByEverybody(bram.page, 'dialog')
  await looking.close(panel)

  await evening.command({ type: 'merge' })
  const observer = await Observer.open(await newDevice(), await evening.link('observer'))
  await observer.board.isOpen()
  await observer.board.note('Meer bomen').click()
  const origin = await new LookBack(observer.page).askOrigin()
  await expect(origin).toContainText('Groep A')
  await expect(origin.getByText('Meer bomen')).toBeVisible()
})

test('of an anonymous step nobody hears who or when', async ({ newDevice, stip }) => {
  const { evening, anna, bram } = await twoAtWork(
    { newDevice, stip },
    { format: 'bijeenkomst-1-visie' },
  )
  await anna.board.putNote([0.4, 0.5], 'Meer bomen')
  await expect(bram.board.note('Meer bomen')).toBeVisible()
  await evening.command({ type: 'show-names', on: true })
  await bram.board.take('Kies')
  await bram.board.note('Meer bomen').click()
  const panel = await new LookBack(bram.page).askOrigin()
  await expect(panel).toContainText('Dit is gemaakt in een stap zonder namen.')
  await expect(panel).not.toContainText('Anna')
  await expect(panel.getByRole('listitem')).toHaveCount(0)
})

/** Goes on to another step and back: what stood on the boards at the end of the step is kept. */
async function keepMoment(evening: Evening): Promise<void> {
  const { position } = await evening.view()
  await evening.command({ type: 'go-to-step', position: position + 1 })
  await evening.command({ type: 'go-to-step', position })
}

async function boardName(evening: Evening): Promise<string> {
  const { groups } = await evening.view()
  const [group] = groups
  return group === undefined ? '' : `${group.letter} · ${group.name}`
}
