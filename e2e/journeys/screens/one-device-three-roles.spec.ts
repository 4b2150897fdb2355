import type { Page } from '@playwright/test'
import { Facilitator } from '../../people/facilitator.ts'
import { Participant } from '../../people/participant.ts'
import { Wall } from '../../people/wall.ts'
import { expect, test } from '../../support/test.ts'

test('one laptop is console, wall and participant, and then somebody else takes a turn', async ({
  newDevice,
  stip,
}) => {
  const laptop = await newDevice()
  const facilitator = await Facilitator.start(laptop, stip.origin, {
    title: 'Proefavond',
    format: 'Proefrondje: teken samen in twintig minuten',
    groups: 1,
  })
  const code = await facilitator.code()
  const wall = await Wall.open(laptop, await facilitator.link('Voor de beamer'))
  const anna = await Participant.join(laptop, stip.origin, { code, name: 'Anna' })
  await anna.isWaiting()
  await wall.showsCode(code)
  await facilitator.seesPeople(1)

  await test.step('each tab keeps its own role, also when it is loaded again', async () => {
    await Promise.all([facilitator, wall, anna].map(({ page }) => page.reload()))
    await facilitator.seesPeople(1)
    await wall.showsCode(code)
    await wall.hasNothingToPress()
    await anna.isWaiting()
  })

  await test.step('the console leads, the participant draws, the wall shows', async () => {
    await facilitator.makeGroups()
    await facilitator.goTo('Teken ons plein')
    await anna.goToBoard()
    await anna.board.putNote([0.5, 0.5], 'Van Anna')
    await anna.board.isSaved()
    await facilitator.goTo('Van alle tekeningen')
    await facilitator.merge()
    await expect(wall.words('Van Anna')).toBeVisible()
  })

  await test.step('the home page offers all three roles to go on with', async () => {
    const page = await laptop.newPage()
    await page.goto(`${stip.origin}/`)
    const goOn = page.getByRole('navigation', { name: 'Verder met' })
    for (const role of ['begeleider', 'beamer', 'deelnemer']) {
      await expect(goOn.getByRole('link', { name: `Proefavond ${role}` })).toBeVisible()
    }
    await page.close()
  })

  const copiesOfAnna = await localCopies(anna.page)
  expect(copiesOfAnna.length).toBeGreaterThan(0)

  await test.step('"Andere persoon op dit apparaat" clears what was kept of Anna', async () => {
    const { page } = anna
    await page.goto(`${stip.origin}/doe-mee#${code}`)
    await expect(
      page.getByRole('heading', { name: 'Je doet al mee op dit apparaat.' }),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Andere persoon op dit apparaat' }).click()
    await expect(page.getByRole('heading', { name: 'Hoe mogen we je noemen?' })).toBeVisible()
    await expect.poll(() => localCopies(page)).toEqual([])
  })

  const bram = Participant.on(anna.page, 'Bram')
  await bram.tellName('Bram')
  await bram.tellRole('Ondernemer')
  await bram.ownGroup()
  await facilitator.seesPeople(2)
})

/** Boards of which a copy is kept in this browser for the participant on it. */
async function localCopies(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const names = databases.map(({ name }) => name ?? '')
    return names.filter((name) => name.startsWith('stip:board:') && name.includes('.participant:'))
  })
}
