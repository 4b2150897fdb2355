import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '../record.ts'
import { applied, areApart, aStep, aStroke, aZone, sectionIn, sectionOf } from '../test/outlines.ts'
import { aBinding, aGroup, anArrow, aNote } from '../test/records.ts'
import { outlineOf } from './outline.ts'
import { addNote, connect, describeInWords, moveTo, takeAway } from './outline-edits.ts'

describe('a board that is changed in words', () => {
  it('[O10] a new note lies under its heading and covers nothing, as long as there is room', () => {
    let board: readonly BoardRecord[] = aStep('open', 0)
    for (let number = 0; number < 9; number++) {
      const section = sectionIn(board, 'shape:open-zien')
      const [note] = addNote(board, section, `Gedachte ${number}`, `shape:n${number}`).create
      if (note === undefined) throw new Error('No note was made.')
      for (const other of board.filter(({ type }) => type === 'note')) {
        expect(areApart(note, other), `${note.id} covers ${other.id}`).toBe(true)
      }
      board = [...board, note]
      expect(sectionOf(board, note.id)).toBe('shape:open-zien')
    }
  })

  it('[O11] in a zone that is full or small it still lies in that zone', () => {
    assert(
      property(
        integer({ min: 60, max: 900 }),
        integer({ min: 60, max: 900 }),
        integer({ min: 0, max: 12 }),
        (w, h, count) => {
          let board: readonly BoardRecord[] = [aZone({ id: 'vak', title: 'Vak', w, h })]
          for (let number = 0; number <= count; number++) {
            const section = sectionIn(board, 'shape:vak')
            board = [...board, ...addNote(board, section, 'Woord', `shape:n${number}`).create]
            expect(sectionOf(board, `shape:n${number}`)).toBe('shape:vak')
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  it('[O12] what is moved comes under the other heading, out of its group, and keeps its words', () => {
    const board = [
      ...aStep('open', 0),
      aGroup('groep', { x: 100, y: 500 }),
      aNote('erin', 'Neem mij mee', { x: 0, y: 0, parentId: 'shape:groep' }),
    ]
    const moved = applied(board, moveTo(board, 'shape:erin', sectionIn(board, 'shape:open-doen')))
    expect(sectionOf(moved, 'shape:erin')).toBe('shape:open-doen')
    expect(moved.find(({ id }) => id === 'shape:erin')?.['parentId']).toBe('page:page')
  })

  it('[O13] an arrow is tied at both ends; something is not tied to itself', () => {
    const board = [aNote('een', 'Eerst dit'), aNote('twee', 'Dan dat', { x: 400 })]
    const tie = { from: 'shape:een', to: 'shape:twee', label: 'dus' }
    const tied = applied(board, connect(board, tie, 'shape:pijl'))
    expect(outlineOf(tied).sections[0]?.items[0]?.connections).toMatchObject([
      { direction: 'to', other: 'shape:twee', label: 'dus' },
    ])
    expect(connect(board, { ...tie, to: 'shape:een' }, 'shape:p').create).toEqual([])
  })

  it('[O14] with what is taken away go the arrows that would lead to nothing', () => {
    const board = [
      aNote('een', 'Eerst dit'),
      anArrow('pijl'),
      aBinding('b', 'start', 'shape:pijl', 'shape:een'),
    ]
    expect([...takeAway(board, 'shape:een').change]).toEqual([
      ['shape:een', { gone: true }],
      ['shape:pijl', { gone: true }],
    ])
  })

  it('[O15] words for a drawing stand in its zone and name it', () => {
    const board = [...aStep('open', 0), aStroke('lijn', 100, 500)]
    const about = { describes: 'shape:open-zien', words: 'Een brug over het water' }
    const edit = describeInWords(board, sectionIn(board, 'shape:open-zien'), about, 'shape:uitleg')
    const section = outlineOf(applied(board, edit)).sections[1]
    expect(section?.items).toMatchObject([{ text: about.words, describes: 'shape:open-zien' }])
  })

  it('[O16] what is new lies above everything, whatever number that takes', () => {
    for (const [top, next] of [
      ['a1', 'a2'],
      ['a9', 'aA'],
      ['az', 'b00'],
      ['b0z', 'b10'],
      ['a1V', 'a2'],
      ['Y00', 'a1'],
    ] as const) {
      const board = [aNote('onder', '', { index: top })]
      const [note] = addNote(board, sectionIn(board, ''), 'Nieuw', 'shape:n').create
      expect(note?.['index']).toBe(next)
    }
  })
})
