import { zoneRecord } from '@stip/board'
import { describe, expect, it } from 'vitest'
import { notesOf, pagesOfNotes } from './notes-reading.ts'
import { aStep, aThing } from '../../../reading/test/a-board.ts'

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

  it('[V8] is that of every group, with its letter, where all boards lie beside each other', () => {
    const board = ['A', 'B'].flatMap((letter, place) => {
      const look = { question: '', color: 'white', index: 'Y00', letter } as const
      const y = place * 3000
      return [
        zoneRecord({
          ...look,
          id: `shape:lane-${letter}`,
          x: 0,
          y,
          w: 2000,
          h: 2800,
          title: 'Groep',
          style: 'lane',
        }),
        ...['Openstaan', 'Onze zin'].flatMap((title, step) => [
          zoneRecord({
            ...look,
            id: `shape:title-${letter}-${step}`,
            x: 40,
            y: y + 100 + step * 1000,
            w: 1900,
            h: 80,
            title,
            style: 'label',
          }),
          zoneRecord({
            ...look,
            id: `shape:zone-${letter}-${step}`,
            x: 40,
            y: y + 200 + step * 1000,
            w: 900,
            h: 400,
            title,
            style: 'label',
          }),
          aThing('note', 60, y + 300 + step * 1000, { words: `${title} ${letter}` }),
        ]),
      ]
    })
    expect(notesOf(board, [], 'delen')).toMatchObject([
      { letter: 'A', title: 'Onze zin', notes: [{ text: 'Onze zin A' }] },
      { letter: 'B', title: 'Onze zin', notes: [{ text: 'Onze zin B' }] },
    ])
  })

  it('[V8] is cut into pages that lose nothing; words share rows', () => {
    const about = { id: 'vak', title: 'Met welk woord kom je binnen?', question: '', letter: '' }
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
