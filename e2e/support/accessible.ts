import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Finds nothing that keeps people out of a part of the page, at any of these sizes. */
export async function expectUsableByEverybody(
  page: Page,
  within: string,
  sizes = [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ],
): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 720 }
  for (const size of sizes) {
    await page.setViewportSize(size)
    // Otherwise it opens a second page for frames of other sites, every time; we have none.
    const axe = new AxeBuilder({ page }).setLegacyMode().withTags(tags).include(within)
    const { violations } = await axe.analyze()
    const found = violations.map(({ id, nodes }) => ({
      id,
      where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }))
    expect.soft(found, `${within} at ${size.width}×${size.height}`).toEqual([])
  }
  await page.setViewportSize(before)
}
