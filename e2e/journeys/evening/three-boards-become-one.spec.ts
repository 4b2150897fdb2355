import { readFile } from 'node:fs/promises'
import type { Download } from '@playwright/test'
import { Facilitator } from '../../people/facilitator.ts'
import { Participant } from '../../people/participant.ts'
import { Wall } from '../../people/wall.ts'
import { type BoardContent, noteTexts } from '../../support/evening.ts'
import { expect, test } from '../../support/test.ts'

const title = 'Visie Sterrenveld'
const people = [
  { name: 'Anna', role: 'Raadslid', idea: 'Een plein zonder auto’s' },
  { name: 'Bram', role: 'Bewoner', idea: 'Speelplek bij de molen' },
  { name: 'Cato', role: 'Ambtenaar', idea: 'Een loket dat naar je toe komt' },
  { name: 'Daan', role: 'Bewoner', idea: 'Iedereen kent zijn buren' },
] as const

test('three groups draw, one vision appears, on six screens', async ({ newDevice, stip }) => {
  const step = test.step
  const devices = await Promise.all(Array.from({ length: 6 }, () => newDevice()))
  const [laptop, beamer, ...phones] = devices
  if (laptop === undefined || beamer === undefined) throw new Error('Six devices are needed.')

  const facilitator = await Facilitator.start(laptop, stip.origin, {
    title,
    format: 'Bijeenkomst 1: onze visie op overheidsparticipatie',
    groups: 3,
  })
  const code = await facilitator.code()
  const wall = await step('the wall shows how to join', async () => {
    const wall = await Wall.open(beamer, await facilitator.link('Voor de beamer'))
    await wall.showsCode(code)
    await wall.hasNothingToPress()
    return wall
  })

  const room = await step('four people join with the code', async () => {
    const joined = await Promise.all(
      people.map((who, place) => {
        const phone = phones[place]
        if (phone === undefined) throw new Error('Everybody has a phone.')
        return Participant.join(phone, stip.origin, { code, ...who })
      }),
    )
    await Promise.all(joined.map((person) => person.isWaiting()))
    await facilitator.seesPeople(4)
    await expect(wall.page.getByText('4 mensen doen mee')).toBeVisible()
    return joined.map((person, place) => ({ person, idea: people[place]?.idea ?? '' }))
  })

  const seats = await step('they are mixed, and each screen says which group', async () => {
    await facilitator.makeGroups()
    return Promise.all(
      room.map(async (seat) => ({ ...seat, letter: await seat.person.ownGroup() })),
    )
  })
  expect(new Set(seats.map(({ letter }) => letter))).toEqual(new Set(['A', 'B', 'C']))

  await step('all draw at the same time, on three boards', async () => {
    await facilitator.goTo('Openstaan')
    await Promise.all(
      seats.map(async ({ person, idea }, place) => {
        await person.goToBoard()
        const row = 0.25 + place * 0.1
        await person.board.draw([0.2, row], [0.25, row + 0.05], [0.3, row])
        await person.board.putNote([0.4 + place * 0.12, row + 0.05], idea)
        await person.board.star(idea)
        await person.board.isSaved()
      }),
    )
  })

  const [one, two] = pairOf(seats)
  await step('two on one board see each other draw; the other groups do not', async () => {
    await expect(one.person.board.note(two.idea)).toBeVisible()
    await expect(two.person.board.note(one.idea)).toBeVisible()
    await expect(one.person.board.strokes).toHaveCount(2)
    for (const other of seats.filter(({ letter }) => letter !== one.letter)) {
      await expect(other.person.board.strokes).toHaveCount(1)
      await expect(other.person.board.note(one.idea)).toHaveCount(0)
    }
  })

  await step('what groups chose comes on the vision, and every screen shows it', async () => {
    await facilitator.goTo('Van drie stippen naar één visie')
    await facilitator.merge()
    await expect(facilitator.mergeResult).toHaveText(/toegevoegd/)
    await facilitator.openBoard('Visie')
    for (const { person } of seats) await person.goOnToBoard()
    for (const { board } of [...seats.map(({ person }) => person), facilitator]) {
      await board.isOpen()
      for (const { idea } of seats) await expect(board.note(idea)).toBeVisible()
      await expect(board.strokes).toHaveCount(0)
    }
    await expect(wall.title).toContainText('Onze visie')
    for (const { idea } of seats) await expect(wall.words(idea)).toBeVisible()
    await wall.hasNothingToPress()
  })

  await step('all that groups made stands on a board beside each other', async () => {
    await facilitator.openTab('Alle borden naast elkaar')
    await expect(facilitator.board.strokes).toHaveCount(4)
    for (const { idea } of seats) await expect(facilitator.board.note(idea)).toBeVisible()
    await facilitator.openTab('Visie')
  })

  await step('everybody may write on the vision in this step', async () => {
    await expect(one.person.board.toolbar).toBeVisible()
    await expect(facilitator.board.toolbar).toBeVisible()
  })

  const removed = two.idea
  await step('the facilitator takes a card off the vision', async () => {
    await facilitator.board.remove(removed)
    await facilitator.board.isSaved()
    await expect(wall.words(removed)).toHaveCount(0)
  })

  const later = 'Vergeet de vrijwilligers niet'
  await step('a group adds something, and the next press brings only that', async () => {
    await one.person.openTab('Groepsbord')
    await one.person.board.putNote([0.5, 0.7], later)
    await one.person.board.star(later)
    await one.person.board.isSaved()
    await facilitator.backToOverview()
    await facilitator.merge()
    await expect(facilitator.mergeResult).toHaveText(/^1 toegevoegd/)
    await facilitator.openBoard('Visie')
    await expect(facilitator.board.note(later)).toBeVisible()
    await expect(facilitator.board.note(removed)).toHaveCount(0)
    await expect(wall.words(later)).toBeVisible()
    await expect(wall.words(removed)).toHaveCount(0)
  })

  const marked = 'Dit is van ons allemaal'
  await step('undoing a merge takes that one back and keeps what was done later', async () => {
    await facilitator.board.putNote([0.5, 0.2], marked)
    await facilitator.board.isSaved()
    await facilitator.backToOverview()
    await facilitator.undoMerge()
    await facilitator.openBoard('Visie')
    await expect(facilitator.board.note(later)).toHaveCount(0)
    await expect(facilitator.board.note(marked)).toBeVisible()
    await expect(facilitator.board.note(one.idea)).toBeVisible()
    await expect(wall.words(later)).toHaveCount(0)
    await expect(wall.words(one.idea)).toBeVisible()
    await facilitator.backToOverview()
    await facilitator.merge()
    await expect(wall.words(later)).toBeVisible()
  })

  await step('every board can be taken home, with everything on it', async () => {
    const lines = seats.map(({ letter }) => letter)
    const boards = [
      ...['A', 'B', 'C'].map((letter) => ({
        name: `${letter} · Groep ${letter}`,
        texts: seats.filter((seat) => seat.letter === letter).map(({ idea }) => idea),
        strokes: lines.filter((each) => each === letter).length,
      })),
      {
        name: 'Visie',
        texts: [...seats.map(({ idea }) => idea).filter((idea) => idea !== removed), later, marked],
        strokes: 0,
      },
      {
        name: 'Alle borden naast elkaar',
        texts: [...seats.map(({ idea }) => idea), later],
        strokes: 4,
      },
    ]
    for (const { name, texts, strokes } of boards) {
      const json = await facilitator.save(name, 'Gegevens (JSON)')
      const { records } = JSON.parse(await textOf(json)) as BoardContent
      expect(noteTexts({ records })).toEqual(expect.arrayContaining(texts))
      expect(records.filter(({ type }) => type === 'draw')).toHaveLength(strokes)

      const tldr = JSON.parse(await textOf(await facilitator.save(name, 'tldraw-bestand')))
      expect(tldr).toHaveProperty('tldrawFileFormatVersion', 1)
      for (const text of texts) expect(JSON.stringify(tldr)).toContain(text)

      const svg = await textOf(await facilitator.save(name, 'Tekening (SVG)'))
      expect(svg).toMatch(/^<svg/)
      const drawing = svg.replace(/<style>.*?<\/style>/s, '')
      const words = drawing.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
      for (const text of texts) expect(words).toContain(text)

      const png = await bytesOf(await facilitator.save(name, 'Afbeelding (PNG)'))
      expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
    }
  })
})

interface Seat {
  readonly person: Participant
  readonly idea: string
  readonly letter: string
}

/** Four people over three groups: two of them share a board. */
function pairOf(seats: readonly Seat[]): readonly [Seat, Seat] {
  for (const one of seats) {
    const other = seats.find((seat) => seat !== one && seat.letter === one.letter)
    if (other !== undefined) return [one, other]
  }
  throw new Error('Nobody shares a board.')
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}

async function textOf(download: Download): Promise<string> {
  return (await bytesOf(download)).toString('utf8')
}
