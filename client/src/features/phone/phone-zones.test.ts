import type { SessionView, ZoneView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import {
  askedIn,
  asksForKeyCards,
  assignmentOf,
  boardToWriteOn,
  fourWords,
  questionBeside,
  writableZones,
} from './phone-zones.ts'

describe('what a phone asks', () => {
  it('is the question of the zone, or else its title', () => {
    const asked = askedIn(aZone({ title: 'Lastig', question: 'Wat houdt ons tegen?' }))
    expect(asked).toMatchObject({ question: 'Wat houdt ons tegen?', beside: 'Lastig' })
    const one = aZone({ title: 'Met welk woord kom je binnen?', question: 'Schrijf één woord.' })
    expect(askedIn(one)).toMatchObject({
      question: 'Met welk woord kom je binnen?',
      beside: 'Schrijf één woord.',
    })
    const sentence = aZone({ title: 'Onze zin', question: 'In onze gemeente …' })
    expect(askedIn(sentence)).toEqual({
      question: 'Onze zin',
      beside: '',
      beginning: 'In onze gemeente …',
    })
  })

  it('is never asked where words cannot go', () => {
    const zones = ['scale', 'reactions', 'group-board', 'drawing'].map((kind) => aZone({ kind }))
    expect(writableZones({ kind: 'poll', setting: 'alone', zones })).toEqual([])
  })

  it('comes from the phones’ own zone while a group draws', () => {
    const zones = [
      aZone({ id: 'tekening', kind: 'drawing' }),
      aZone({ id: 'hoofdpunten', isFilled: true }),
      aZone({ id: 'zin', kind: 'text' }),
      aZone({ id: 'telefoons' }),
    ]
    const step = { setting: 'group', zones } as const
    expect(writableZones({ ...step, kind: 'draw' }).map(({ id }) => id)).toEqual([
      'telefoons',
      'zin',
      'hoofdpunten',
    ])
    expect(writableZones({ ...step, kind: 'brainstorm' })[0]?.id).toBe('hoofdpunten')
  })

  it('leaves out what whoever reads it has done', () => {
    const instruction = [
      'Scan de QR-code of typ de code van het scherm.',
      'Bij je briefje staat geen naam. Schrijf geen privézaken op.',
      'Lukt het niet? Vraag om hulp.',
    ]
    expect(assignmentOf({ instruction })).toEqual(['Lukt het niet? Vraag om hulp.'])
  })

  it('has the question of the step where the zone asks none', () => {
    const step = { question: 'Wat maakt het grootste verschil?' }
    const zone = aZone({ title: 'Onze hoofdpunten', question: 'Vijf hele zinnen' })
    expect(questionBeside(step, zone)).toBe('Wat maakt het grootste verschil?')
    expect(questionBeside(step, aZone({ question: 'Waar zijn we nog niet uit?' }))).toBeUndefined()
    expect(questionBeside({}, zone)).toBeUndefined()
  })

  it('has a star only where hoofdpunten are asked for', () => {
    const instruction = ['Kies met je drietal één hoofdpunt.']
    const step = { instruction, setting: 'group' as const, zones: [aZone()] }
    expect(asksForKeyCards(step)).toBe(true)
    expect(asksForKeyCards({ ...step, instruction: ['Schrijf op.'] })).toBe(false)
    expect(asksForKeyCards({ ...step, setting: 'plenary' })).toBe(false)
  })
})

describe('the board that a phone writes on', () => {
  const boards = [
    { id: 'a', kind: 'group', access: 'write' },
    { id: 'b', kind: 'group', access: 'read' },
    { id: 'visie', kind: 'vision', access: 'write', isInUse: true },
  ] as SessionView['boards']

  it.each(['a', 'b', undefined])('is that of the step while everybody is shown %s', (spotlight) => {
    const view = { boards, spotlight, current: { boardId: spotlight ?? 'visie' } }
    expect(boardToWriteOn(view)?.id).toBe('visie')
  })

  it('is none while there is none of the step that this person may write on', () => {
    expect(boardToWriteOn({ boards: boards.slice(0, 2) })).toBeUndefined()
  })
})

it('a step has four words', () => {
  expect(fourWords('Teken de stip op de horizon')).toBe('Teken de stip op …')
  expect(fourWords('Strekken, terwijl de vertellers, schrijven')).toBe(
    'Strekken, terwijl de vertellers …',
  )
  expect(fourWords('Even lopen')).toBe('Even lopen')
})

function aZone(differences: Partial<ZoneView> = {}): ZoneView {
  return { id: 'vak', title: 'Vak', question: '', kind: 'notes', isFilled: false, ...differences }
}
