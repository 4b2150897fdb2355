import { expect, type Page } from '@playwright/test'
import { Facilitator } from '../../people/facilitator.ts'
import { Wall } from '../../people/wall.ts'
import { test } from '../../support/test.ts'

const beamer = { viewport: { width: 1280, height: 720 } }
/** Letters that are read from the last row, in px; and those of sentences. */
const SMALLEST = 24
const SENTENCE = 40
const POINTS = 60

const parts = [
  'een vast gezicht voor elke buurt',
  'eerlijk antwoord binnen twee weken, ook als het nee is',
  'samen proberen en daarna pas de regels',
  'verantwoordelijkheidsverdeling tussen buurt en gemeente',
  'geld dat meegaat met de taak',
]

/** Sixty different ones, some as long as a page of the wall and longer. */
const points = Array.from({ length: POINTS }, (_, place) => {
  const count = place % 20 === 7 ? 24 : place % 5 === 3 ? 6 : 1 + (place % 2)
  const words = Array.from({ length: count }, (_each, part) => parts[(place + part) % parts.length])
  return `Punt ${place + 1}: ${words.join(', ')}.`
})
const sentences = [
  'In onze gemeente heeft elk idee een vast gezicht; binnen twee weken hoor je eerlijk hoe het verdergaat, ook als het nee is.',
  'Wij vragen eerst hoe het wél kan.',
  `Wij zeggen het liever te vaak dan te weinig: ${parts.join(', ')}, ${parts.join(', ')} en ${parts.join(', ')}.`,
]
const difference = 'Over wie er over het geld gaat, zijn we het niet eens.'

test('[V7] [V11] sixty hoofdpunten and the sentences made of them are read whole from the last row', async ({
  newDevice,
  stip,
}) => {
  const facilitator = await Facilitator.start(await newDevice(), stip.origin, {
    title: 'Visie Sterrenveld',
    format: 'Bijeenkomst 1: onze visie op overheidsparticipatie',
    groups: 3,
  })
  const wall = await Wall.open(await newDevice(beamer), await facilitator.link('Voor de beamer'))
  const desk = facilitator.page
  await facilitator.goTo('Teken de stip op de horizon')
  await writePoints(desk, facilitator.sessionId)
  await facilitator.goTo('Van drie stippen naar één visie')
  await facilitator.merge()

  await test.step('until there is a sentence', async () => {
    const seen = await tour(desk, wall.page)
    expect(seen.points.toSorted()).toEqual(points.toSorted())
    expect(seen.sentences).toEqual([])
  })

  await test.step('and behind the sentences, once there are any', async () => {
    await facilitator.openVision()
    const write = async (list: string, words: string): Promise<void> => {
      const field = desk.getByRole('textbox', { name: `Nieuwe zin bij “${list}”` })
      await field.fill(words)
      await field.press('Enter')
      await expect(field).toHaveValue('')
    }
    for (const words of sentences) await write('Onze globale visie', words)
    await write('Dit bieden wij', 'Wij bieden tijd, een plek en een luisterend oor.')
    await write('Hier verschillen we', difference)
    await expect(wall.page.getByText(sentences[1] ?? '')).toBeVisible()
    const seen = await tour(desk, wall.page)
    expect(seen.points.toSorted()).toEqual(points.toSorted())
    expect(seen.sentences).toEqual([
      ...sentences,
      'Wij bieden tijd, een plek en een luisterend oor.',
      difference,
    ])
  })

  await test.step('[V13] and the way to one’s own notes, once a version is saved', async () => {
    await desk.getByRole('button', { name: 'Bewaar als versie 1' }).click()
    await desk.getByRole('button', { name: 'Toon QR: waar is mijn briefje?' }).click()
    const code = wall.page.getByRole('img', { name: /^QR-code naar .*#mijn-briefjes$/ })
    await expect(code).toBeVisible()
    await expect(code).not.toHaveAccessibleName(/localhost|127\.0\.0\.1/)
    expect(await tooSmall(wall.page)).toEqual([])
  })
})

/** Puts a third of them on the board of each group, in the zone for its hoofdpunten. */
function writePoints(desk: Page, sessionId: string): Promise<void> {
  return desk.evaluate(
    async ({ id, words }) => {
      const view = (await (await fetch(`/api/sessions/${id}?as=facilitator`)).json()) as {
        readonly groups: readonly { readonly boardId: string }[]
      }
      for (const [place, text] of words.entries()) {
        const { boardId } = view.groups[place % view.groups.length] ?? { boardId: '' }
        const name = `shape:hoofdpunt-${String(place).padStart(12, '0')}`
        const note = { id: name, zone: 'shape:step-stip-hoofdpunten', words: text }
        const answer = await fetch(`/api/boards/${boardId}/notes?as=facilitator`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(note),
        })
        if (!answer.ok) throw new Error(await answer.text())
      }
    },
    { id: sessionId, words: points },
  )
}

interface Seen {
  readonly points: readonly string[]
  readonly sentences: readonly string[]
}

/** Goes through all pages as the facilitator does, looks at every letter, and tells what was read. */
async function tour(desk: Page, wall: Page): Promise<Seen> {
  const pages = desk.getByRole('region', { name: 'Bladzijden op de beamer' })
  const next = pages.getByRole('button', { name: 'Volgende bladzijde', exact: true })
  const previous = pages.getByRole('button', { name: 'Vorige bladzijde', exact: true })
  const place = wall.locator('.stip-reading__place')
  const turn = async (button: typeof next): Promise<void> => {
    const before = await place.innerText()
    await button.click()
    await expect(place).not.toHaveText(before)
  }
  await expect(next).toBeEnabled()
  await expect(place).toHaveText(/^1 van /)
  const read: { readonly isPoint: boolean; readonly text: string }[] = []
  for (;;) {
    expect(await tooSmall(wall)).toEqual([])
    expect(await cutOff(wall)).toEqual([])
    const said = await wall.locator('.stip-vision').evaluate((vision) => ({
      isPoint: vision.classList.contains('stip-vision--cards'),
      texts: [...vision.querySelectorAll('li p:not(.stip-vision__label)')].map(
        (words) => words.textContent,
      ),
    }))
    read.push(...said.texts.map((text) => ({ isPoint: said.isPoint, text })))
    if (!(await next.isEnabled())) break
    await turn(next)
  }
  while (await previous.isEnabled()) await turn(previous)
  return {
    points: whole(read.filter(({ isPoint }) => isPoint).map(({ text }) => text)),
    sentences: whole(read.filter(({ isPoint }) => !isPoint).map(({ text }) => text)),
  }
}

/** What goes on on the next page, as one. */
function whole(texts: readonly string[]): readonly string[] {
  const all: string[] = []
  for (const text of texts) {
    const before = all.at(-1)
    if (before?.endsWith(' …') && text.startsWith('… ')) {
      all[all.length - 1] = `${before.slice(0, -2)} ${text.slice(2)}`
    } else all.push(text)
  }
  return all
}

/** Words in letters that are not read from ten metres. */
function tooSmall(wall: Page): Promise<readonly string[]> {
  return wall.locator('.stip-wall').evaluate(
    (root, { smallest, sentence }) => {
      const found: string[] = []
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement
        const words = node.textContent?.trim() ?? ''
        if (element === null || words === '' || element.closest('.stip-hidden') !== null) continue
        const size = Number.parseFloat(getComputedStyle(element).fontSize)
        const isSentence = element.closest('.stip-vision--sentences li p:not(.stip-vision__label)')
        const least = isSentence === null ? smallest : sentence
        if (size < least) found.push(`${size} px: ${words}`)
      }
      return found
    },
    { smallest: SMALLEST, sentence: SENTENCE },
  )
}

/** Words of which a part lies beyond the screen, or beyond what holds them. */
function cutOff(wall: Page): Promise<readonly string[]> {
  return wall.locator('.stip-wall').evaluate((root) => {
    const found: string[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words = node.textContent?.trim() ?? ''
      const element = node.parentElement
      if (element === null || words === '' || element.closest('.stip-hidden') !== null) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const place = range.getBoundingClientRect()
      let holder: Element | null = element
      while (holder !== null) {
        const isRoot = holder === document.documentElement
        const clips = isRoot || getComputedStyle(holder).overflow !== 'visible'
        const box = isRoot
          ? { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
          : holder.getBoundingClientRect()
        const isOut =
          place.left < box.left - 1 ||
          place.top < box.top - 1 ||
          place.right > box.right + 1 ||
          place.bottom > box.bottom + 1
        if (clips && isOut) {
          found.push(words)
          break
        }
        holder = holder.parentElement
      }
    }
    return found
  })
}
