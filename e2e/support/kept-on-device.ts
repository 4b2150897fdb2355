import type { Page } from '@playwright/test'

/**
 * Waits until the device has written what the page gave it to keep. A browser goes on writing for
 * a moment after the last letter, and a page that is taken away in that moment loses it.
 */
export async function isKeptOnDevice(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
    for (const name of names.filter((each) => each.startsWith('stip:board:'))) {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('error', () => reject(new Error(`${name} does not open`)))
        opening.addEventListener('success', () => {
          const database = opening.result
          const stores = [...database.objectStoreNames]
          // It begins when every earlier writing in these stores has ended.
          const writing = database.transaction(stores, 'readwrite')
          writing.objectStore(stores[0] ?? '').count()
          writing.addEventListener('complete', () => {
            database.close()
            resolve()
          })
        })
      })
    }
  })
}

/** Waits until the device can open our pages without a connection. */
export async function keepsTheScreens(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
}
