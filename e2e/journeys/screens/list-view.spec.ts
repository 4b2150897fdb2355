import { Outline } from '../../people/outline.ts'
import { oneAtWork, twoAtWork } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

const zone = 'Ons plein over tien jaar'
const words = 'Woorden erbij'

test('somebody without a mouse does in the list all that others do on the board', async ({
  newDevice,
  stip,
}) => {
  const { evening, anna, bram } = await twoAtWork({ newDevice, stip })
  const list = new Outline(anna.page)
  const { keyboard } = anna.page

  await test.step('comes to the list with the keyboard', async () => {
    const choice = anna.page.getByRole('button', { name: 'Lijst', exact: true })
    await list.tabTo(choice)
    await keyboard.press('Enter')
    await list.isOpen()
    await expect(list.section(zone)).toBeVisible()
  })

  await test.step('adds notes, that appear on the board of another', async () => {
    await list.tabTo(list.add(zone))
    await keyboard.press('Enter')
    await keyboard.type('Meer groen')
    await keyboard.press('Enter')
    await expect(bram.board.note('Meer groen')).toBeVisible()
    await keyboard.type('Een bank')
    await keyboard.press('Enter')
    await expect(bram.board.note('Een bank')).toBeVisible()
    await keyboard.press('Escape')
    await expect(list.add(zone)).toBeFocused()
  })

  await test.step('is at a new note with one key, from anywhere', async () => {
    await anna.page.getByRole('button', { name: 'Lijst', exact: true }).focus()
    await keyboard.press('Shift+N')
    await expect(list.region.getByRole('textbox')).toBeFocused()
    await keyboard.type('N')
    await expect(list.region.getByRole('textbox')).toHaveValue('N')
    await keyboard.press('Backspace')
    await keyboard.press('Escape')
    await expect(list.add(zone)).toBeFocused()
  })

  await test.step('changes the words', async () => {
    await list.tabTo(list.edit('Een bank'), true)
    await keyboard.press('Enter')
    await keyboard.type(' bij het water')
    await expect(bram.board.note('Een bank bij het water')).toBeVisible()
    await keyboard.press('Escape')
    await expect(list.edit('Een bank bij het water')).toBeFocused()
  })

  await test.step('marks it as a key card', async () => {
    await list.tabTo(list.mark('Meer groen'), true)
    await keyboard.press('Enter')
    await expect(list.mark('Meer groen')).toHaveAttribute('aria-pressed', 'true')
    await expect(list.region.getByRole('heading', { name: 'Hoofdpunten 1/5' })).toBeVisible()
    await expect(bram.page.getByRole('button', { name: 'Hoofdpunten 1/5' })).toBeVisible()
  })

  await test.step('ties two notes together', async () => {
    await fromMenu(list, 'Meer groen', 'Verbind met een pijl')
    await keyboard.press('Tab')
    await keyboard.type('daarom')
    await keyboard.press('Enter')
    await expect(list.note('Pijl naar “Een bank bij het water”: daarom')).toBeVisible()
    await expect(bram.board.arrows).toHaveCount(1)
  })

  await test.step('moves a note to another zone', async () => {
    await fromMenu(list, 'Meer groen', 'Verplaats')
    // Its first letter: for the whole name one has to type without a pause.
    await keyboard.press('w')
    await expect(list.region.getByRole('combobox').locator('option:checked')).toHaveText(words)
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await expect(list.note('Meer groen', words)).toBeVisible()
    await expect(async () => {
      const { records } = await evening.contentOf(await evening.boardOfGroup('A'))
      const moved = records.find(({ text }) => text === 'Meer groen') as { x?: number } | undefined
      expect(moved?.x).toBeGreaterThan(1800)
    }).toPass()
  })

  await test.step('takes it away and brings it back', async () => {
    await fromMenu(list, 'Meer groen', 'Verwijder')
    await expect(bram.board.note('Meer groen')).toHaveCount(0)
    await expect(bram.board.arrows).toHaveCount(0)
    const deleted = list.region.getByText('Verwijderd (1)')
    await deleted.focus()
    await keyboard.press('Enter')
    await list.tabTo(list.region.getByRole('button', { name: 'Zet terug: “Meer groen”' }))
    await keyboard.press('Enter')
    await expect(bram.board.note('Meer groen')).toBeVisible()
    await expect(bram.board.arrows).toHaveCount(1)
  })

  await test.step('takes the own last step back', async () => {
    await list.tabTo(list.region.getByRole('button', { name: 'Terug', exact: true }), true)
    await keyboard.press('Control+z')
    await expect(bram.board.note('Meer groen')).toHaveCount(0)
    await keyboard.press('Control+Shift+z')
    await expect(bram.board.note('Meer groen')).toBeVisible()
  })

  await test.step('puts a drawing into words, and exports carry that', async () => {
    await bram.board.draw([0.3, 0.5], [0.35, 0.55])
    const drawn = list.section(zone)
    await expect(drawn.getByText('Getekend: 1 lijn.')).toBeVisible()
    await list.tabTo(drawn.getByRole('button', { name: 'Beschrijf de tekening' }))
    await keyboard.press('Enter')
    await keyboard.type('Een brug over het water')
    await keyboard.press('Enter')
    await expect(bram.board.note('Een brug over het water')).toBeVisible()
    await expect(list.note('Een brug over het water', zone)).toContainText('In woorden')
    const board = await evening.boardOfGroup('A')
    await expect(async () => {
      const { records } = await evening.contentOf(board)
      expect(records.map(({ text }) => text)).toContain('Een brug over het water')
    }).toPass()
    const file = await evening.facilitator.ask(`/api/boards/${board}/export.tldr?as=facilitator`)
    expect(await file.text()).toContain('Een brug over het water')
  })
})

test('the list and the board keep up with each other, and nobody loses the place', async ({
  newDevice,
  stip,
}) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })
  const list = new Outline(anna.page)
  await list.open()
  await bram.board.putNote([0.55, 0.5], 'samen')
  await expect(list.note('samen')).toBeVisible()

  await test.step('what others do is told, once', async () => {
    await expect(list.announcement).toHaveText(/^1 briefje erbij/)
  })

  await test.step('two people type in one note, one in the list and one on the board', async () => {
    await list.edit('samen').click()
    await bram.board.startTypingIn('samen')
    await bram.board.caretToStart()
    await Promise.all([
      anna.page.keyboard.type(' koken', { delay: 40 }),
      bram.page.keyboard.type('Vanavond ', { delay: 40 }),
    ])
    const field = list.region.getByRole('textbox', { name: 'De woorden op dit briefje' })
    await expect(field).toHaveValue('Vanavond samen koken')
    await bram.board.stopTyping()
    await expect(bram.board.note('Vanavond samen koken')).toBeVisible()
  })

  await test.step('the focus stays while others change the list', async () => {
    const field = list.region.getByRole('textbox', { name: 'De woorden op dit briefje' })
    await expect(field).toBeFocused()
    await bram.board.putNote([0.25, 0.4], 'Ervoor')
    await expect(list.note('Ervoor')).toBeVisible()
    await expect(field).toBeFocused()
    await bram.board.move('Vanavond samen koken', [0.78, 0.45])
    await expect(list.note(/De woorden/, words)).toBeVisible()
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('Vanavond samen koken')
  })

  await test.step('offline one goes on, and all arrives', async () => {
    await anna.page.context().setOffline(true)
    await anna.page.keyboard.press('Escape')
    await list.add(words).click()
    await anna.page.keyboard.type('Zonder wifi')
    await anna.page.keyboard.press('Enter')
    await expect(list.note('Zonder wifi')).toBeVisible()
    await expect(anna.page.getByText(/^Geen verbinding\./)).toBeVisible()
    await anna.page.context().setOffline(false)
    await expect(bram.board.note('Zonder wifi')).toBeVisible()
  })
})

test('words that are half typed in the list are never lost', async ({ newDevice, stip }) => {
  const { evening, anna } = await oneAtWork({ newDevice, stip })
  const list = new Outline(anna.page)
  await list.open()
  const { keyboard } = anna.page
  const field = list.region.getByRole('textbox', { name: `Nieuw briefje in ${zone}` })
  const start = async (typed: string) => {
    await list.add(zone).click()
    await keyboard.type(typed)
  }

  await test.step('Escape and “Sluit” put them on the board, another form takes them along', async () => {
    await start('Met Escape')
    await keyboard.press('Escape')
    await expect(list.note('Met Escape', zone)).toBeVisible()
    await expect(list.add(zone)).toBeFocused()
    await start('Met Sluit')
    await list.section(zone).getByRole('button', { name: 'Sluit', exact: true }).click()
    await expect(list.note('Met Sluit', zone)).toBeVisible()
    await start('Met een ander')
    await list.add(words).click()
    await keyboard.press('Escape')
    await expect(list.note('Met een ander', words)).toBeVisible()
  })

  await test.step('who looks at the board and comes back goes on', async () => {
    await start('Via het bord')
    await anna.page.getByRole('button', { name: 'Bord', exact: true }).click()
    await anna.board.isOpen()
    await list.open()
    await expect(field).toHaveValue('Via het bord')
    await list.region.getByRole('button', { name: 'Zet op het bord' }).click()
    await expect(list.note('Via het bord', zone)).toBeVisible()
  })

  await test.step('a step in between leaves them in the field', async () => {
    await field.fill('Na een andere stap')
    const { position } = await evening.view()
    await evening.command({ type: 'go-to-step', position: position - 1 })
    // Nobody is taken away from what they type; they go along when they ask for it.
    await anna.page.getByRole('button', { name: 'Ga nu mee' }).click()
    await expect(field).toBeHidden()
    await evening.command({ type: 'go-to-step', position })
    await expect(field).toHaveValue('Na een andere stap')
  })
})

test('board and list beside each other show the same, and share one connection', async ({
  newDevice,
  stip,
}) => {
  const desktop = { viewport: { width: 1440, height: 900 } }
  const { anna } = await oneAtWork({ newDevice, stip }, { devices: { Anna: desktop } })
  const list = new Outline(anna.page)
  await list.open('Naast elkaar')
  let sockets = 0
  anna.page.on('websocket', (socket) => {
    if (socket.url().includes('/sync/')) sockets++
  })
  await anna.page.reload()
  await anna.goToBoard()
  await list.isOpen()
  await list.add(zone).click()
  await anna.page.keyboard.type('Op allebei')
  await anna.page.keyboard.press('Enter')
  await expect(anna.board.note('Op allebei')).toBeVisible()
  await anna.page.keyboard.press('Escape')
  await anna.board.putNote([0.4, 0.6], 'Van het bord')
  await expect(list.note('Van het bord')).toBeVisible()
  await test.step('and one list of steps to take back', async () => {
    await list.region.getByRole('button', { name: 'Terug', exact: true }).click()
    await expect(list.note('Van het bord')).toHaveCount(0)
  })
  expect(sockets).toBe(1)
})

async function fromMenu(list: Outline, note: string, action: string): Promise<void> {
  const { keyboard } = list.page
  const more = list.more(note)
  await more.focus()
  await keyboard.press('Enter')
  const item = list.region.getByRole('button', { name: action, exact: true })
  await expect(item).toBeVisible()
  for (let step = 0; step < 8; step++) {
    if (await item.evaluate((element) => element === document.activeElement)) break
    await keyboard.press('ArrowDown')
  }
  await expect(item).toBeFocused()
  await keyboard.press('Enter')
}
