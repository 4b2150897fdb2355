import { oneAtWork } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

const points = ['Eén loket', 'Deur open', 'Eerst bellen', 'Geld mee', 'Ja, mits', 'Jeugd', 'Rust']

test('what a group made fills the zones of later steps, once', async ({ newDevice, stip }) => {
  const format = 'bijeenkomst-1-visie'
  const { evening, anna } = await oneAtWork({ newDevice, stip }, { format, groupCount: 1 })
  const { device } = await evening.join('Bram')
  const boardId = await evening.boardOfGroup('A')
  const write = async (zone: string, words: readonly string[]): Promise<void> => {
    for (const [place, text] of words.entries()) {
      const id = `shape:${zone}-note-${place}`
      const body = { id, zone: `shape:step-${zone}`, words: text }
      // oxlint-disable-next-line no-await-in-loop -- They lie in this order.
      await device.post(`/api/boards/${boardId}/notes?as=participant`, body)
    }
  }
  const inZone = async (zone: string): Promise<readonly string[]> => {
    const { records } = await evening.contentOf(boardId)
    return records.filter(({ meta }) => meta.zone === `shape:step-${zone}`).map(({ text }) => text)
  }

  await test.step('seven hoofdpunten are two more than enough', async () => {
    await evening.goToStep('kiezen')
    await write('kiezen-thema', points)
    await anna.page.getByRole('button', { name: 'Lijst', exact: true }).click()
    await expect(
      anna.page.getByRole('heading', { name: 'Hoofdpunten: 7 gekozen, 5 is genoeg' }),
    ).toBeVisible()
  })

  await test.step('steps 11 and 13 begin with them, and with what was offered', async () => {
    await evening.goToStep('van-naar')
    await expect
      .poll(async () => (await inZone('van-naar-nu')).toSorted())
      .toEqual(points.toSorted())
    await evening.goToStep('bieden-vragen')
    await write('bieden-vragen-dit-bieden-wij', ['Een uur per week'])
    await evening.goToStep('stip')
    await expect.poll(() => inZone('stip-dit-bieden-wij')).toEqual(['Een uur per week'])
    expect(await inZone('stip-hoofdpunten')).toHaveLength(7)
    await anna.page.getByRole('button', { name: 'Bord', exact: true }).click()
    await expect(anna.board.note('Deur open')).toBeInViewport()
  })

  await test.step('what was removed stays away, and nothing comes twice', async () => {
    await anna.page.getByRole('button', { name: 'Lijst', exact: true }).click()
    await expect(
      anna.page.getByRole('heading', { name: 'Hoofdpunten: 7 gekozen, 5 is genoeg' }),
    ).toBeVisible()
    await anna.page.getByRole('button', { name: 'Bord', exact: true }).click()
    await anna.board.remove('Deur open')
    await expect.poll(() => inZone('stip-hoofdpunten')).toHaveLength(6)
    await evening.goToStep('bieden-vragen')
    await write('bieden-vragen-dit-vragen-wij', ['Vertrouwen'])
    await evening.goToStep('stip')
    await expect.poll(() => inZone('stip-dit-vragen-wij')).toEqual(['Vertrouwen'])
    expect(await inZone('stip-dit-bieden-wij')).toEqual(['Een uur per week'])
    expect(await inZone('stip-hoofdpunten')).not.toContain('Deur open')
  })
})
