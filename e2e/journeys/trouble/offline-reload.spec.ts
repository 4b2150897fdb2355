import { Participant } from '../../people/participant.ts'
import { Evening, noteTexts } from '../../support/evening.ts'
import { isKeptOnDevice } from '../../support/kept-on-device.ts'
import { startServer } from '../../support/stip-server.ts'
import { expect, test } from '../../support/test.ts'

test('the plug is pulled, the page is loaded again, and everything arrives once', async ({
  browser,
}) => {
  const stip = await startServer()
  // Browsers keep pages on https and on this computer only; see the README.
  const device = await browser.newContext({ reducedMotion: 'reduce' })
  try {
    const evening = await Evening.start(stip.url, { groupCount: 1 })
    const { joinCode: code } = await evening.view()
    const anna = await Participant.join(device, stip.url, { code, name: 'Anna' })
    await anna.isWaiting()
    await evening.drawInGroups()
    await anna.goToBoard()
    const { page } = anna
    const boardId = await evening.boardOfGroup('A')
    await anna.board.putNote([0.3, 0.4], 'Met stroom')
    await anna.board.isSaved()

    await test.step('this device keeps the screens, and nothing that the server said', async () => {
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
      const kept = await page.evaluate(async () => {
        const names = await caches.keys()
        const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
        return all.flat().map(({ url }) => new URL(url).pathname)
      })
      expect(kept).toContain('/')
      expect(kept.every((path) => path === '/' || path.startsWith('/assets/'))).toBe(true)
    })

    await stip.kill()
    const waiting = page.getByText(/Bewaard op dit apparaat · \d+ wijzigingen wachten$/)
    await anna.board.putNote([0.5, 0.4], 'Zonder stroom')
    await anna.board.putNote([0.5, 0.6], 'Nog een')
    await expect(waiting).toBeVisible()
    await isKeptOnDevice(page)
    const before = (await waiting.innerText()).replace(/\D+/g, '')

    await test.step('the page opens again without a server, with all that was done', async () => {
      await page.reload()
      await expect(anna.board.note('Zonder stroom')).toBeVisible()
      await expect(anna.board.note('Met stroom')).toBeVisible()
      await expect(waiting).toBeVisible()
      expect((await waiting.innerText()).replace(/\D+/g, '')).toBe(before)
      await anna.board.putNote([0.3, 0.6], 'Na het laden')
      await expect(page.getByText('Opgeslagen', { exact: true })).toHaveCount(0)
    })

    await test.step('hours later the server is back: all of it is there, once', async () => {
      await stip.startAgain()
      await anna.board.isSaved()
      await expect(waiting).toHaveCount(0)
      expect(noteTexts(await evening.contentOf(boardId))).toEqual([
        'Met stroom',
        'Na het laden',
        'Nog een',
        'Zonder stroom',
      ])
    })
  } finally {
    await device.close()
    await stip.stop()
  }
})
