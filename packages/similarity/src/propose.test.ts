import { describe, expect, it } from 'vitest'
import type { Note } from './note.ts'
import { compareNotes, proposePairs, suggestionsFor } from './propose.ts'

/** Notes that are about something else, so that words are as rare as on an evening. */
const others: readonly Note[] = [
  'Meer bankjes bij de vijver',
  'Zwemles voor ieder kind',
  'De bibliotheek op zondag open',
  'Een pontje over de rivier',
  'Glasvezel in het buitengebied',
  'Langere pauze tijdens vergaderingen',
  'Schaatsbaan op het ijsclubterrein',
  'Een galerie in de oude fabriek',
].map((text, place) => ({ id: `z${place}`, board: place % 2 ? 'A' : 'B', zone: 'doen', text }))

function two(
  one: string,
  other: string,
  zones: readonly [string, string] = ['doen', 'doen'],
): Note[] {
  return [
    { id: 'a', board: 'A', zone: zones[0], text: one },
    { id: 'b', board: 'B', zone: zones[1], text: other },
    ...others,
  ]
}

/** A space of meaning with one animal in it. */
function embed(text: string): number[] {
  return /kikker|amfibie/.test(text) ? [1, 0] : [0, 1]
}

function isProposed(notes: readonly Note[]): boolean {
  return proposePairs(notes).some(({ a, b }) => a === 'a' && b === 'b')
}

describe('proposals', () => {
  it('[S6] the same in almost the same words is proposed, with the words', () => {
    const [first] = proposePairs(two('Groenonderhoud in de straat', 'onderhoud van het groen'))
    expect(first).toMatchObject({ a: 'a', b: 'b', reason: expect.stringMatching(/^zelfde/) })
  })

  it('[S6] what has nothing to do with it is not', () => {
    expect(isProposed(two('Groenonderhoud in de straat', 'Vergaderen zonder agenda'))).toBe(false)
  })

  it('[S7] notes of one board are compared when there is one board', () => {
    const onOne = two('Groenonderhoud in de straat', 'onderhoud van het groen').map(
      ({ id, text }) => ({ id, text }),
    )
    expect(isProposed(onOne)).toBe(true)
    const onTwo = two('Meer bomen', 'Meer bomen').map((note) =>
      note.id === 'b' ? { ...note, board: 'A' } : note,
    )
    expect(isProposed(onTwo)).toBe(false)
  })

  it.each([
    ['tegenovergesteld vak', 'groenonderhoud', 'groenonderhoud', 'los', 'vast'],
    [
      'ontkenning verschilt',
      'De club kan niet zonder subsidie',
      'De club kan zonder subsidie',
      '',
      '',
    ],
    ['ontkenning verschilt', 'Fouten maken mag', 'Fouten maken mag niet', '', ''],
    ['ontkenning verschilt', 'De brieven zijn duidelijk', 'De brieven zijn onduidelijk', '', ''],
    ['omgekeerd woord', 'Eerst bomen, dan banken', 'Eerst banken, dan bomen', '', ''],
    ['ontkenning verschilt', 'Bomen langs de dijk', 'bomen langs de dijk? Nooit!', '', ''],
    ['omgekeerd woord', 'Hogere bomen op de markt', 'Lagere bomen op de markt', '', ''],
    ['ontkenning verschilt', 'Strenger zijn op de markt', 'Soepeler zijn op de markt', '', ''],
    ['ontkenning verschilt', 'Honden aan de lijn', 'Honden los laten lopen', '', ''],
    ['ontkenning verschilt', 'Wij denken mee', 'Wij werken tegen', '', ''],
    ['iemand anders doet het', 'Wij vertrouwen de buurt', 'De buurt vertrouwt ons', '', ''],
    ['iemand anders doet het', 'De buurt kiest de bomen', 'De gemeente kiest de bomen', '', ''],
  ])('[S8] %s: "%s" and "%s"', (reason, one, other, left, right) => {
    const { pairs, opposites, suggestions } = compareNotes(two(one, other, [left, right]))
    expect(pairs.filter(({ a, b }) => a === 'a' && b === 'b')).toEqual([])
    expect(suggestions.get('a')?.map(({ id }) => id) ?? []).not.toContain('b')
    const reasons = opposites.filter(({ a, b }) => a === 'a' && b === 'b').map((one) => one.reason)
    expect(reasons).toEqual([reason])
  })

  it('[S8] what one offers and the other asks is not the same, and a person may lay it together', () => {
    const { pairs, opposites, suggestions } = compareNotes(
      two('Zaal voor de fanfare', 'zaal voor de fanfare', ['bieden', 'vragen']),
    )
    expect(pairs).toEqual([])
    expect(opposites[0]?.reason).toBe('de een biedt dit, de ander vraagt dit')
    expect(suggestions.get('a')?.[0]?.id).toBe('b')
  })

  it('[S8] what may go is the same with and without a denial', () => {
    const both = [
      'Vergunning voor een straatfeest',
      'geen vergunning voor een straatfeest',
    ] as const
    expect(isProposed(two(...both, ['los', 'los']))).toBe(true)
    expect(isProposed(two(...both, ['doen', 'doen']))).toBe(false)
  })

  it('[S9] who cannot do without wants it', () => {
    expect(isProposed(two('De club kan niet zonder subsidie', 'Subsidie voor de club'))).toBe(true)
  })

  it('[S10] a note gets at most three suggestions, the best first', () => {
    const notes = ['A', 'B', 'C', 'D', 'E'].map((board) => ({
      id: board,
      board,
      text: board === 'A' ? 'Zwerfafval in de berm' : `${board}: afval in de berm`,
    }))
    const found = suggestionsFor(notes[0] as Note, notes)
    expect(found).toHaveLength(3)
    expect(found.map(({ score }) => score)).toEqual(
      found.map(({ score }) => score).toSorted((a, b) => b - a),
    )
  })

  it('[S10] a note that is not among the others gets suggestions too', () => {
    const note = { id: 'new', board: 'C', zone: 'doen', text: 'zwemlessen voor kinderen' }
    expect(suggestionsFor(note, others)[0]?.id).toBe('z1')
  })

  it('[S14] an embedding adds pairs that share no word, and lifts no veto', () => {
    const near = two('kikker', 'amfibie')
    expect(isProposed(near)).toBe(false)
    expect(compareNotes(near.slice(0, 2), embed).pairs).toHaveLength(1)
    expect(
      compareNotes(two('kikker', 'amfibie', ['los', 'vast']).slice(0, 2), embed).pairs,
    ).toEqual([])
  })
})
