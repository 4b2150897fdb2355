import type { Page } from '@playwright/test'
import { ShippedBuild } from '../../support/shipped-build.ts'
import { expect, test } from '../../support/test.ts'

test('a new version comes at the next load, and is what opens without a connection after that', async ({
  browser,
}) => {
  const shipped = await ShippedBuild.start()
  // Browsers keep pages on https and on this computer only; see the README.
  const device = await browser.newContext()
  try {
    const page = await device.newPage()
    await page.goto(shipped.origin)
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' })
      await navigator.serviceWorker.ready
    })

    await test.step('without a connection the version that is kept opens', async () => {
      await shipped.end()
      await page.reload()
      await opens(page, undefined)
    })

    await test.step('the next load with a connection shows the new one at once', async () => {
      shipped.renew('two')
      await shipped.serve()
      await page.reload()
      await opens(page, 'two')
      await keeps(page, 'two')
    })

    await test.step('and without a connection it opens from now on', async () => {
      await shipped.end()
      await page.reload()
      await opens(page, 'two')
    })

    await test.step('many versions later nothing old is left in the way', async () => {
      for (const name of ['three', 'four', 'five']) {
        shipped.renew(name)
        await shipped.serve()
        await page.reload()
        await opens(page, name)
        await keeps(page, name)
        await shipped.end()
      }
      await page.reload()
      await opens(page, 'five')
      // The one of now, and the one that pages which are still open may ask for.
      await expect.poll(() => keptVersions(page)).toHaveLength(2)
    })
  } finally {
    await device.close()
    await shipped.end()
    shipped.remove()
  }
})

async function opens(page: Page, version: string | undefined): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const build = await page.evaluate(() => document.documentElement.dataset['build'])
  expect(build).toBe(version)
}

/** Waits until the browser took the new worker up by itself. */
async function keeps(page: Page, version: string): Promise<void> {
  await expect.poll(() => keptVersions(page)).toContain(`stip-screens-${version}`)
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const all = await navigator.serviceWorker.getRegistrations()
        return all.map(({ installing, waiting }) => installing ?? waiting)
      }),
    )
    .toEqual([null])
}

function keptVersions(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => caches.keys())
}
