import type { Participant } from '../../people/participant.ts'
import { twoAtWork } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

test('undo takes back what one did oneself, and leaves what somebody else did since', async ({
  newDevice,
  stip,
}) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })
  await anna.board.putNote([0.3, 0.35], 'Een plein')
  await expect(bram.board.note('Een plein')).toBeVisible()

  await test.step('my move, after your colour', async () => {
    const [before, yellow] = [await place(bram), await paper(bram)]
    await anna.board.move('Een plein', [0.6, 0.4])
    await expect.poll(() => place(bram)).not.toBe(before)
    await color(bram, 'Lichtgroen')
    await expect.poll(() => paper(anna)).not.toBe(yellow)
    const green = await paper(bram)
    await undo(anna)
    await expect.poll(() => place(bram)).toBe(before)
    expect([await paper(anna), await paper(bram)]).toEqual([green, green])
  })

  await test.step('my colour, after your move', async () => {
    const green = await paper(anna)
    await color(anna, 'Roze')
    await expect.poll(() => paper(bram)).not.toBe(green)
    const before = await place(anna)
    await bram.board.move('Een plein', [0.5, 0.5])
    await expect.poll(() => place(anna)).not.toBe(before)
    const moved = await place(bram)
    await undo(anna)
    await expect.poll(() => paper(bram)).toBe(green)
    expect(await place(bram)).toBe(moved)
  })

  await test.step('my delete, after your edit', async () => {
    await bram.board.startTypingIn('Een plein')
    await bram.page.keyboard.type(' vol bomen')
    await bram.board.stopTyping()
    await expect(anna.board.note('Een plein vol bomen')).toBeVisible()
    await anna.board.remove('Een plein vol bomen')
    await expect(bram.board.note('Een plein vol bomen')).toHaveCount(0)
    await undo(anna)
    for (const { board } of [anna, bram]) {
      await expect(board.note('Een plein vol bomen')).toBeVisible()
      await board.isSaved()
    }
  })
})

/** How far from the left the note stands, in whole pixels. */
async function place({ board }: Participant): Promise<number> {
  // Not the words: they move a little when their font comes in.
  const box = await board.region.locator('.stip-note').first().boundingBox()
  return Math.round(box?.x ?? 0)
}

/** The colour of the note. */
function paper({ board }: Participant): Promise<string> {
  const note = board.region.locator('.stip-note').first()
  return note.evaluate((element) => element.style.backgroundColor)
}

async function color({ board, page }: Participant, name: string): Promise<void> {
  await board.take('Kies')
  await board.note('Een plein').click()
  await board.region.getByRole('radio', { name }).check({ force: true })
  await page.keyboard.press('Escape')
}

function undo({ board }: Participant): Promise<void> {
  return board.region.getByRole('button', { name: 'Terug', exact: true }).click()
}
