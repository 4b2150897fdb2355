import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { Facilitator } from '../../people/facilitator.ts'
import { Home } from '../../people/home.ts'
import { Observer } from '../../people/observer.ts'
import { Participant } from '../../people/participant.ts'
import { Wall } from '../../people/wall.ts'
import { Evening } from '../../support/evening.ts'
import { expect, test } from '../../support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const projector = { width: 1280, height: 720 }
const onBeamer = { sizes: [desktop, projector] }
const narrowest = { width: 320, height: 640 }

test('home, joining and messages can be used by everybody', async ({ newDevice, stip }) => {
  const evening = await Evening.start(stip.url)
  const { joinCode: code } = await evening.view()
  const home = await Home.open(await newDevice(), stip.origin)
  await isAccessible(home.page, 'home')
  await home.openStartForm()
  await isAccessible(home.page, 'the start form')
  await home.page.getByRole('button', { name: 'Maak de bijeenkomst' }).click()
  await expect(home.page.getByText('Geef de bijeenkomst een naam.')).toBeVisible()
  await isAccessible(home.page, 'the start form with a mistake')

  const page = await (await newDevice()).newPage()
  await page.goto(`${stip.origin}/doe-mee`)
  await expect(page.getByRole('heading', { name: 'Wat is de code?' })).toBeVisible()
  await isAccessible(page, 'join: code')
  const anna = Participant.on(page, 'Anna')
  await anna.typeCode('ZZZZ-ZZZZ')
  await expect(page.getByText('Deze code kennen we niet.')).toBeVisible()
  await isAccessible(page, 'join: wrong code')
  await anna.typeCode(code)
  await expect(page.getByRole('heading', { name: 'Hoe mogen we je noemen?' })).toBeVisible()
  await isAccessible(page, 'join: name')
  await anna.tellName('Anna')
  // What was pressed is gone: the focus is at the new question.
  await expect(page.getByRole('heading', { name: 'Wie ben je vanavond?' })).toBeFocused()
  await isAccessible(page, 'join: role')
  await anna.tellRole('Bewoner')
  await anna.isWaiting()
  await isAccessible(page, 'waiting room')

  for (const [path, heading] of [
    ['/bestaat-niet', 'Deze pagina bestaat niet'],
    ['/s/bestaat-niet/meekijken', /.+/],
    [`/s/${evening.sessionId}/console`, 'Dit scherm is voor jou niet open'],
  ] as const) {
    await page.goto(stip.origin + path)
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    await isAccessible(page, path)
  }
})

test('console and wall can be used by everybody', async ({ newDevice, stip }) => {
  const facilitator = await Facilitator.start(await newDevice(), stip.origin, {
    title: 'Visie Sterrenveld',
    format: 'Bijeenkomst 1: onze visie op overheidsparticipatie',
    groups: 3,
  })
  const { page } = facilitator
  const code = await facilitator.code()
  await isAccessible(page, 'console, nobody in')
  const wall = await Wall.open(await newDevice(), await facilitator.link('Voor de beamer'))
  await wall.showsCode(code)
  await isAccessible(wall.page, 'wall with the code', onBeamer)
  await page.getByRole('button', { name: 'Meedoen en links' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await isAccessible(page, 'links')
  await page.keyboard.press('Escape')

  await facilitator.people.getByRole('button', { name: 'Persoon zonder telefoon' }).click()
  await isAccessible(page, 'a person without a phone')
  await page.getByRole('button', { name: 'Voeg toe' }).click()
  await facilitator.seesPeople(1)
  await facilitator.makeGroups()
  await facilitator.people.getByRole('button', { name: 'Toon iedereen' }).click()
  await isAccessible(page, 'console, groups made')

  await facilitator.goTo('Soep en broodjes')
  await expect(wall.title).toHaveText('Soep en broodjes')
  await isAccessible(wall.page, 'wall with a step', onBeamer)
  await facilitator.goTo('Van drie stippen naar één visie')
  await facilitator.merge()
  await expect(facilitator.mergeResult).toHaveText(/toegevoegd|veranderd|staat nog niets/)
  await isAccessible(page, 'console, merged')
  await expect(wall.title).toContainText('Onze visie')
  await isAccessible(wall.page, 'wall with the vision', onBeamer)
  await facilitator.openVision()
  await isAccessible(page, 'console with the vision')
  await facilitator.openTab('Visie')
  await isAccessible(page, 'console with a board')
  await page.getByRole('button', { name: 'Meer' }).click()
  await isAccessible(page, 'console with a menu', { within: 'header' })
})

test('group, board, vision and end can be used by everybody', async ({ newDevice, stip }) => {
  const evening = await Evening.start(stip.url)
  const { joinCode: code } = await evening.view()
  const anna = await Participant.join(await newDevice(), stip.origin, { code, name: 'Anna' })
  const { page } = anna
  await anna.isWaiting()
  const link = new URL(await evening.link('observer'))
  const observer = await Observer.open(await newDevice(), stip.origin + link.pathname + link.hash)
  await evening.makeGroups()
  await anna.ownGroup()
  await isAccessible(page, 'own group')
  await evening.goToDrawing()
  await anna.goToBoard()
  await isAccessible(page, 'an empty board')
  await anna.board.putNote([0.5, 0.5], 'Een plein zonder auto’s')
  await anna.board.isSaved()
  await isAccessible(page, 'a board with a note')
  await page.getByRole('button', { name: /Teken ons plein/ }).click()
  await isAccessible(page, 'the whole instruction')
  await page.keyboard.press('Escape')
  await observer.openTab('A De Brug')
  await isAccessible(observer.page, 'observer')

  await evening.command({ type: 'merge' })
  await expect(page.getByText('Iedereen kijkt nu naar dit bord.')).toBeVisible()
  await expect(anna.board.note('Een plein zonder auto’s')).toBeVisible()
  await isAccessible(page, 'the vision')
  await evening.command({ type: 'go-to-step', position: 4 })
  await expect(page.getByText('Tot slot')).not.toHaveCount(0)
  await isAccessible(page, 'a step without a board')
  await evening.command({ type: 'end-session' })
  await expect(page.getByRole('heading', { name: 'De bijeenkomst is afgelopen' })).toBeVisible()
  await isAccessible(page, 'the end')
})

interface Looks {
  readonly sizes?: readonly { readonly width: number; readonly height: number }[]
  /** Looks at a part: what an open menu lies over cannot be pressed, and need not. */
  readonly within?: string
}

/** No violation at any size, and nothing that has to be scrolled sideways at 320 px. */
async function isAccessible(page: Page, what: string, looks: Looks = {}): Promise<void> {
  const before = page.viewportSize() ?? desktop
  for (const size of looks.sizes ?? [desktop, phone]) {
    await page.setViewportSize(size)
    // Otherwise it opens a second page for frames of other sites, every time; we have none.
    const axe = new AxeBuilder({ page }).setLegacyMode().withTags(tags)
    if (looks.within !== undefined) axe.include(looks.within)
    const { violations } = await axe.analyze()
    const found = violations.map(({ id, nodes }) => ({
      id,
      where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }))
    expect.soft(found, `${what} at ${size.width}×${size.height}`).toEqual([])
  }
  if (looks.sizes === undefined) {
    await page.setViewportSize(narrowest)
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect.soft(tooWide, `px too wide: ${what} at 320 px`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize(before)
}
