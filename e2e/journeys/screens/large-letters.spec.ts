import type { Page } from '@playwright/test'
import config from '../../playwright.config.ts'
import { anEvening } from '../../support/at-work.ts'
import { settled } from '../../support/settled.ts'
import { expect, test } from '../../support/test.ts'

const { launchOptions } = config.use ?? {}

// Letters twice as large as usual, as somebody sets them in the browser.
test.use({
  launchOptions: {
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), '--blink-settings=defaultFontSize=32'],
  },
})

test('[B205] letters of twice the size cut nothing off', async ({ newDevice, stip }) => {
  const { evening, open } = await anEvening(
    { newDevice, stip },
    { format: 'bijeenkomst-1-visie', groupCount: 3 },
  )
  const { device } = await evening.join('Anna')
  await evening.drawInGroups()
  const anna = await open('Anna', device)
  await anna.goToBoard()
  const console = await (await newDevice()).newPage()
  await console.goto(await evening.link('facilitator'))
  await expect(console.getByRole('heading', { level: 1 })).toBeVisible()
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1280, height: 720 },
  ]) {
    for (const [name, page] of [
      ['console', console],
      ['board', anna.page],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- A page can have one size at a time.
      await page.setViewportSize(size)
      // oxlint-disable-next-line no-await-in-loop
      await settled(page)
      // oxlint-disable-next-line no-await-in-loop
      expect.soft(await cutOff(page), `${name} at ${size.width} px`).toEqual([])
    }
  }
})

/** What stands outside of the page, or outside of the box that it is in, in words. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`the page, by ${scrollWidth - clientWidth} px`)
    for (const element of document.querySelectorAll<HTMLElement>(
      'h1, button, .stip-group-badge__letter, .stip-agenda li, .stip-board-card__head',
    )) {
      // What one draws on has letters of its own; what is for a reading machine has no size.
      const isElsewhere = element.closest('.tl-container, .stip-hidden') !== null
      if (isElsewhere || !element.checkVisibility() || element.clientWidth <= 1) continue
      const words = element.innerText.trim().slice(0, 30)
      const box = element.getBoundingClientRect()
      if (box.right > clientWidth + 1) found.push(`‘${words}’ stands beside the page`)
      const isCut =
        element.scrollWidth > element.clientWidth + 1 ||
        element.scrollHeight > element.clientHeight + 6
      if (isCut && element.matches('.stip-group-badge__letter, button')) {
        found.push(`‘${words}’ is larger than its box`)
      }
    }
    return found
  })
}
