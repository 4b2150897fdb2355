import type { CDPSession } from '@playwright/test'
import type { Participant } from '../../people/participant.ts'
import { twoAtWork } from '../../support/at-work.ts'
import { expect, test } from '../../support/test.ts'

test('a word that is composed while another types there stands in one piece, and so does theirs', async ({
  newDevice,
  stip,
}) => {
  const { anna, bram } = await twoAtWork({ newDevice, stip })
  await anna.board.putNote([0.5, 0.5], 'hoi')
  await expect(bram.board.note('hoi')).toBeVisible()
  await anna.board.startTypingIn('hoi')
  await bram.board.startTypingIn('hoi')
  const keyboard = await anna.page.context().newCDPSession(anna.page)
  const [word, theirs] = ['wereld', 'GEMEENTE']
  for (let letter = 1; letter <= theirs.length; letter++) {
    // oxlint-disable-next-line no-await-in-loop
    if (letter <= word.length) await compose(keyboard, word.slice(0, letter))
    // oxlint-disable-next-line no-await-in-loop
    await bram.page.keyboard.type(theirs[letter - 1] ?? '')
  }
  await test.step('what another typed waits until the word is done', async () => {
    await expect(bram.board.note(/GEMEENTE/)).toBeVisible()
    await keyboard.send('Input.insertText', { text: word })
    await expect.poll(() => wordsOf(anna)).toContain('GEMEENTE')
  })
  await expect.poll(() => wordsOf(bram)).toContain(word)
  const words = await wordsOf(anna)
  expect(['hoiwereldGEMEENTE', 'hoiGEMEENTEwereld']).toContain(words)
  expect(await wordsOf(bram)).toBe(words)

  await test.step('a word that was not done when the note was closed is there', async () => {
    await compose(keyboard, ' jo')
    await compose(keyboard, ' joh')
    await anna.board.stopTyping()
    await expect.poll(() => wordsOf(bram)).toContain('joh')
  })
})

async function compose(keyboard: CDPSession, text: string): Promise<void> {
  const caret = { selectionStart: text.length, selectionEnd: text.length }
  await keyboard.send('Input.imeSetComposition', { text, ...caret })
}

/** What stands in the note that this person types in. */
async function wordsOf({ board }: Participant): Promise<string> {
  // A caret of somebody else ends the line with a break of the browser's own.
  return (await board.region.locator('[contenteditable="true"] p').first().innerText()).trim()
}
