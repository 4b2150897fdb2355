import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { Outline } from '../../people/outline.ts'
import { Phone } from '../../people/phone.ts'
import { oneInGroup } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const zone = 'Ons plein over tien jaar'
/** A laptop, a phone, the narrowest phone, and a laptop at 400 %. */
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
  { width: 320, height: 256 },
]
/** Smallest side of what one presses: with a mouse by the rules, with a thumb by our own. */
const leastSide = 44

test('the list can be used by everybody, on every screen', async ({ newDevice, stip }) => {
  const hand = { viewport: { width: 390, height: 844 }, hasTouch: true }
  const { evening, anna } = await oneInGroup({ newDevice, stip }, { devices: { Anna: hand } })
  await anna.ownGroup()
  const list = new Outline(anna.page)
  const phone = new Phone(anna.page)
  await anna.goOn(phone.field)
  await phone.choose('Lees')
  await list.isOpen()
  await isAccessible(anna.page, 'an empty list')

  await list.add(zone).tap()
  const field = list.region.getByRole('textbox')
  await field.fill('Een lange zin over wat we over tien jaar op het plein willen zien en doen')
  await field.press('Enter')
  await field.fill('Meer groen')
  await field.press('Enter')
  await isAccessible(anna.page, 'a new note')
  await list.region.getByRole('button', { name: 'Sluit' }).first().tap()
  // A star only where hoofdpunten are asked for.
  await expect(list.mark('Meer groen')).toHaveCount(0)
  await list.more('Meer groen').tap()
  await isAccessible(anna.page, 'what one can do', false)
  await list.region.getByRole('button', { name: 'Verbind met een pijl' }).tap()
  await isAccessible(anna.page, 'an arrow')
  await list.region.getByRole('button', { name: 'Verbind', exact: true }).tap()
  await list.more('Meer groen').tap()
  await list.region.getByRole('button', { name: 'Verplaats' }).tap()
  await isAccessible(anna.page, 'another zone')
  await list.region.getByRole('button', { name: 'Annuleer' }).tap()
  await list.edit('Meer groen').tap()
  await isAccessible(anna.page, 'the words')
  await list.region.getByRole('button', { name: 'Klaar' }).tap()
  await list.more('Meer groen').tap()
  await list.region.getByRole('button', { name: 'Verwijder' }).tap()
  await list.region.getByText('Verwijderd (1)').tap()
  await isAccessible(anna.page, 'with something deleted')

  const link = new URL(await evening.link('observer'))
  const page = await anna.page.context().newPage()
  await page.goto(stip.origin + link.pathname + link.hash)
  await expect(page).toHaveURL(/\/meekijken$/)
  const looking = new Outline(page)
  await looking.isOpen()
  await page
    .getByRole('navigation', { name: 'Borden' })
    .getByRole('button', { name: /De Brug/ })
    .tap()
  await expect(looking.section(zone)).toBeVisible()
  await expect(looking.region.getByText('Je kijkt mee.')).toBeVisible()
  await expect(looking.add(zone)).toHaveCount(0)
  await isAccessible(page, 'the list of an observer')
})

/** No violation at any size, nothing to scroll sideways for, and room for a thumb. */
async function isAccessible(page: Page, what: string, checksTargets = true): Promise<void> {
  const before = page.viewportSize() ?? { width: 390, height: 844 }
  for (const size of sizes) {
    await page.setViewportSize(size)
    const name = `${what} at ${size.width}×${size.height}`
    expect.soft(await violationsOn(page), name).toEqual([])
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect.soft(tooWide, `px too wide: ${name}`).toBeLessThanOrEqual(0)
    const list = page.getByRole('region', { name: 'Het bord als lijst' })
    const beyond = await list.evaluate((element) => element.scrollWidth - element.clientWidth)
    expect.soft(beyond, `px too wide in the list: ${name}`).toBeLessThanOrEqual(0)
    if (!checksTargets) continue
    const small = await list.locator('button:visible, summary:visible').evaluateAll(
      (targets, least) =>
        targets
          .map((target) => ({ target, box: target.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < least - 0.5)
          .map(({ target, box }) => `${target.textContent} ${box.width}×${box.height}`),
      leastSide,
    )
    expect.soft(small, `too small: ${name}`).toEqual([])
  }
  await page.setViewportSize(before)
}

/** What axe finds wrong; what a bar covers now is looked at once more, scrolled out from under it. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  const axe = () => new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await axe().withTags(tags).analyze()
  const found: string[] = []
  for (const { id, nodes } of violations) {
    for (const { target, failureSummary } of nodes) {
      const where = target.join(' ')
      if (id === 'target-size') {
        await page.locator(where).evaluate((one) => one.scrollIntoView({ block: 'center' }))
        const again = await axe().include(where).withRules([id]).analyze()
        if (again.violations.length === 0) continue
      }
      found.push(`${id} ${where}: ${failureSummary}`)
    }
  }
  return found
}
