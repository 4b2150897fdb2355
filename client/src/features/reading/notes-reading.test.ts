import { describe, expect, it } from 'vitest'
import { notesOf, pagesOfNotes } from './notes-reading.ts'
import { aStep, aThing } from './test/a-board.ts'

const first = aStep('regels', 0, [{ name: 'regels', title: 'Onze spelregels', x: 40, y: 190 }])
const second = aStep('vragen', 1590, [
  { name: 'weten', title: 'Vragen', x: 40, y: 190 },
  { name: 'herken', title: 'Dit herken ik', x: 800, y: 190 },
])
const steps = [...first.records, ...second.records]
const rule = aThing('note', 60, 250, { words: 'Laat elkaar uitpraten' })
const question = aThing('note', 60, 1850, { words: 'Wie betaalt dat?' })

describe('[V8] what was written in a step', () => {
  it('[V8] stands under its questions, and those without an answer are left out', () => {
    expect(notesOf([...steps, rule, question], [], 'vragen')).toMatchObject([
      { title: 'Vragen', notes: [{ text: 'Wie betaalt dat?' }] },
    ])
    expect(notesOf([...steps, rule, question], [], 'regels')).toMatchObject([
      { title: 'Onze spelregels' },
    ])
  })

  it('[V8] is that of the last step with words when the board is not of this one', () => {
    expect(notesOf([...steps, rule], [], 'pauze')).toMatchObject([{ title: 'Onze spelregels' }])
    expect(notesOf(steps, [], 'pauze')).toEqual([])
  })

  it('[V8] is cut into pages that lose nothing; words share rows', () => {
    const about = { id: 'vak', title: 'Met welk woord kom je binnen?', question: '' }
    const words = pagesOfNotes([{ ...about, notes: notes(60, 'hoop') }])
    expect(words.length).toBeLessThan(3)
    const long = 'Een idee van precies zo lang als mensen die schrijven op een avond in het dorp'
    const pages = pagesOfNotes([{ ...about, notes: notes(90, long) }])
    expect(pages.flatMap((page) => page.notes)).toHaveLength(90)
    expect(pages.map(({ part }) => part)).toEqual(pages.map((_, place) => place + 1))
    expect(pages.length).toBeGreaterThan(words.length)
  })
})

function notes(count: number, text: string) {
  return Array.from({ length: count }, (_, place) => ({ id: `${place}`, text: `${text} ${place}` }))
}
