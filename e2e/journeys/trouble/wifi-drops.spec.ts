import { Participant } from '../../people/participant.ts'
import { twoAtWork } from '../../support/at-work.ts'
import { noteTexts } from '../../support/evening.ts'
import { isKeptOnDevice } from '../../support/kept-on-device.ts'
import { expect, test } from '../../support/test.ts'

test('the wifi drops in the middle of drawing; everything arrives, once', async ({
  newDevice,
  stip,
}) => {
  const { evening, anna, bram } = await twoAtWork({ newDevice, stip })
  const phone = anna.page.context()
  const boardId = await evening.boardOfGroup('A')

  await anna.board.putNote([0.3, 0.35], 'Met wifi')
  await anna.board.isSaved()
  await expect(bram.board.note('Met wifi')).toBeVisible()

  await test.step('without wifi Anna goes on, and is told where her work is', async () => {
    await phone.setOffline(true)
    await anna.board.putNote([0.5, 0.35], 'Zonder wifi')
    await anna.board.draw([0.3, 0.6], [0.4, 0.65])
    await expect(
      anna.page.getByText(/^Geen verbinding\. Bewaard op dit apparaat · \d+ wijzigingen wachten$/),
    ).toBeVisible()
    await expect(anna.page.getByText('Opgeslagen', { exact: true })).toHaveCount(0)
  })

  await test.step('Bram draws on meanwhile', async () => {
    await bram.board.putNote([0.7, 0.35], 'Intussen')
    await bram.board.isSaved()
    await expect(bram.board.note('Zonder wifi')).toHaveCount(0)
  })

  await test.step('back online both have everything, once', async () => {
    await phone.setOffline(false)
    await expect(bram.board.note('Zonder wifi')).toBeVisible()
    await expect(anna.board.note('Intussen')).toBeVisible()
    await anna.board.isSaved()
    for (const { board } of [anna, bram]) await expect(board.strokes).toHaveCount(1)
    const texts = ['Intussen', 'Met wifi', 'Zonder wifi']
    expect(noteTexts(await evening.contentOf(boardId))).toEqual(texts)
  })

  await test.step('what was made just before the page was closed is not lost either', async () => {
    await phone.setOffline(true)
    await anna.board.putNote([0.5, 0.6], 'Vlak voor het sluiten')
    await expect(anna.page.getByText(/1 wijziging|\d wijzigingen/)).toBeVisible()
    const { page } = anna
    await isKeptOnDevice(page)
    const address = page.url()
    await page.close()
    await phone.setOffline(false)
    const again = await phone.newPage()
    await again.goto(address)
    const back = Participant.on(again, 'Anna')
    await back.goToBoard()
    await expect(back.board.note('Vlak voor het sluiten')).toBeVisible()
    await back.board.isSaved()
    await expect(bram.board.note('Vlak voor het sluiten')).toBeVisible()
    const texts = ['Intussen', 'Met wifi', 'Vlak voor het sluiten', 'Zonder wifi']
    expect(noteTexts(await evening.contentOf(boardId))).toEqual(texts)
  })
})
