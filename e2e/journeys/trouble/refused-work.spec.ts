import { twoInGroups } from '../../support/at-work.ts'
import { noteTexts } from '../../support/evening.ts'
import { expect, test } from '../../support/test.ts'

test('who is moved while the wifi is gone gets the own words back, and loses no others', async ({
  newDevice,
  stip,
}) => {
  const { evening, anna, bram } = await twoInGroups({ newDevice, stip }, { groupCount: 2 })
  const phone = anna.page.context()
  const letter = await anna.ownGroup()
  const oldBoard = await evening.boardOfGroup(letter)
  await Promise.all([anna.goToBoard(), bram.goToBoard()])
  await anna.board.putNote([0.3, 0.35], 'Op tijd')
  await anna.board.isSaved()

  await test.step('without wifi Anna goes on, and is moved', async () => {
    await phone.setOffline(true)
    await anna.board.putNote([0.5, 0.35], 'Een bank bij de vijver')
    await anna.board.draw([0.3, 0.6], [0.4, 0.65])
    const { people, groups } = await evening.view()
    const groupId = groups.find((group) => group.letter !== letter)?.id
    const annas = people.find((person) => person.groupId !== groupId)
    await evening.command({ type: 'move-person', personId: annas?.id, groupId })
  })

  await test.step('back online she is told what found no place', async () => {
    await phone.setOffline(false)
    await anna.goToBoard()
    const bar = anna.page.getByRole('alert').filter({ hasText: 'Niet geplaatst' })
    await expect(bar).toBeVisible()
    await expect(bar.getByRole('listitem')).toHaveText(['“Een bank bij de vijver”', 'een tekening'])
    await bar.getByRole('button', { name: 'Kopieer' }).click()
    await expect(bar.getByRole('button', { name: 'Gekopieerd' })).toBeVisible()
  })

  await test.step('the list outlives a reload, until she has seen to it', async () => {
    await anna.page.reload()
    await anna.goToBoard()
    const bar = anna.page.getByRole('alert').filter({ hasText: 'Niet geplaatst' })
    await expect(bar).toContainText('Een bank bij de vijver')
    await bar.getByRole('button', { name: 'Sluit' }).click()
    await expect(bar).toHaveCount(0)
  })

  await test.step('the board that she left has what came in time, and the new one works', async () => {
    expect(noteTexts(await evening.contentOf(oldBoard))).toEqual(['Op tijd'])
    await anna.board.putNote([0.6, 0.4], 'Hier ben ik')
    await expect(bram.board.note('Hier ben ik')).toBeVisible()
  })
})
