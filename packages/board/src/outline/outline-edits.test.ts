import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '../record.ts'
import { laidOut } from '../zone-layout/zone-layout.ts'
import { ZonePage } from '../zone-layout/zone-page.ts'
import { applied, areApart, aStep, aStroke, aZone, sectionIn, sectionOf } from '../test/outlines.ts'
import { aBinding, aGroup, anArrow, aNote } from '../test/records.ts'
import { outlineOf } from './outline.ts'
import { addNote, describeInWords, takeAway } from './outline-edits.ts'
import { moveTo } from './placing-edits.ts'
import { connect } from './tie-edits.ts'

describe('a board that is changed in words', () => {
  it('[O10] a new note lies under its heading and covers nothing, however many there are', () => {
    for (const words of ['Woord', 'Een heel lang verhaal over de straat. '.repeat(8)]) {
      const board = filled(aStep('open', 0), 'shape:open-zien', 70, words)
      const notes = board.filter(({ type }) => type === 'note')
      expect(notes).toHaveLength(70)
      for (const [place, note] of notes.entries()) {
        expect(note.props['scale']).toBe(1.15)
        expect(sectionOf(board, note.id)).toBe('shape:open-zien')
        for (const other of notes.slice(place + 1)) {
          expect(areApart(note, other), `${note.id} covers ${other.id}`).toBe(true)
        }
      }
    }
  })

  it('[O10] and what lies below the zone goes down for it', () => {
    const board = filled(
      [...aStep('een', 0), ...aStep('twee', 1590)],
      'shape:een-zien',
      40,
      'Woord',
    )
    const [note] = addNote(
      board,
      sectionIn(board, 'shape:twee-zien'),
      'Later',
      'shape:later',
    ).create
    expect(note?.['y']).toBeLessThan(2000)
    const shown = laidOut([...board.map(onPaper), ...(note === undefined ? [] : [note])])
    expect(sectionOf(shown, 'shape:later')).toBe('shape:twee-zien')
    expect(shown.find(({ id }) => id === 'shape:later')?.['y']).toBeGreaterThan(2500)
  })

  it('[O11] in a zone that is small it still lies in that zone', () => {
    assert(
      property(
        integer({ min: 60, max: 900 }),
        integer({ min: 60, max: 900 }),
        integer({ min: 0, max: 12 }),
        (w, h, count) => {
          const board = filled(
            [aZone({ id: 'vak', title: 'Vak', w, h })],
            'shape:vak',
            count,
            'Hoi',
          )
          const notes = board.filter(({ type }) => type === 'note')
          expect(notes.filter(({ id }) => sectionOf(board, id) !== 'shape:vak')).toEqual([])
        },
      ),
      { numRuns: 30 },
    )
  })

  it('[O11] where nothing can grow it becomes smaller', () => {
    const label = aZone({ id: 'vak', title: 'Vak', w: 560, h: 560, style: 'label' })
    const board = filled([label], 'shape:vak', 6, 'Hoi')
    const scales = board.flatMap(({ type, props }) => (type === 'note' ? [props['scale']] : []))
    expect(new Set(scales)).toEqual(new Set([1.15, 1, 0.85]))
    expect(sectionOf(board, 'shape:n5')).toBe('shape:vak')
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

  it('[O12] what is moved to a zone that is full lies below what is in it', () => {
    const step = [...aStep('een', 0), ...aStep('twee', 1590)]
    const board = filled(
      [...step, aNote('mee', '', { x: 100, y: 1900 })],
      'shape:een-zien',
      16,
      'Vol',
    )
    const edit = moveTo(board, 'shape:mee', sectionIn(board, 'shape:een-zien'))
    const moved = laidOut(applied(board.map(onPaper), edit))
    expect(sectionOf(moved, 'shape:mee')).toBe('shape:een-zien')
    const back = moveTo(moved, 'shape:mee', sectionIn(moved, 'shape:twee-doen'))
    const again = laidOut(applied(moved.map(onPaper), back))
    expect(sectionOf(again, 'shape:mee')).toBe('shape:twee-doen')
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

/** A board as it is shown, after so many notes with these words were put under a heading. */
function filled(
  start: readonly BoardRecord[],
  heading: string,
  count: number,
  words: string,
): readonly BoardRecord[] {
  let paper = [...start]
  let board = laidOut(paper)
  for (let number = 0; number < count; number++) {
    const edit = addNote(board, sectionIn(board, heading), words, `shape:n${number}`)
    paper = [...paper, ...edit.create]
    board = laidOut(paper)
  }
  return board
}

/** What is shown, as it is stored. */
function onPaper(record: BoardRecord, _place: number, board: readonly BoardRecord[]): BoardRecord {
  const { paper } = record.meta
  if (!Array.isArray(paper)) return ZonePage.ofShown(board).toPaper(record)
  const [y = 0, h = 0] = paper as number[]
  return { ...record, y, props: { ...record.props, h }, meta: {} }
}
