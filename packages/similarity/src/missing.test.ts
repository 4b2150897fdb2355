import { describe, expect, it } from 'vitest'
import { missingPoints } from './missing.ts'
import type { Note } from './note.ts'

const about = {
  bus: [
    'de bus rijdt nog maar twee keer per dag',
    'Meer bussen naar de stad',
    'zonder bus kom ik nergens',
    'bushalte terug bij de kerk',
    'elk half uur een bus',
    'buslijn behouden',
  ],
  green: ['meer bomen in de straat', 'bomen planten met kinderen', 'bomen geven schaduw'],
  contact: ['een vast aanspreekpunt', 'aanspreekpunt per wijk', 'iemand die je kunt bellen'],
}
const notes: readonly Note[] = Object.entries(about).flatMap(([name, texts]) =>
  texts.map((text, place) => ({ id: `${name}${place}`, board: 'ABC'.charAt(place % 3), text })),
)
const statements = [
  { id: '1', text: 'Iedere wijk heeft een vast aanspreekpunt dat je kunt bellen' },
  { id: '2', text: 'In elke straat planten we bomen' },
]

describe('[S22] what is not found in the statements', () => {
  it('is told as groups of notes with a name, and what is found is not', () => {
    const { points, others } = missingPoints({ notes, statements, sources: new Set() })
    expect(points).toHaveLength(1)
    expect(points[0]?.name).toMatch(/bus/)
    expect(points[0]?.notes.length).toBeGreaterThanOrEqual(5)
    expect(points[0]?.notes.every((id) => id.startsWith('bus'))).toBe(true)
    expect(others.every((id) => id.startsWith('bus') && !points[0]?.notes.includes(id))).toBe(true)
  })

  it('is nothing any more once a statement says it', () => {
    const more = [...statements, { id: '3', text: 'De bus rijdt elk half uur naar de stad' }]
    const missing = missingPoints({ notes, statements: more, sources: new Set(['bus0', 'bus3']) })
    expect(missing.points).toEqual([])
  })

  it('is not hidden by a statement that says the reverse', () => {
    const three = ['bos kappen', 'het bos kappen', 'kappen van het bos'].map((text, place) => ({
      id: `bos${place}`,
      text,
    }))
    const against = [{ id: '1', text: 'Het bos niet kappen' }]
    const { points } = missingPoints({ notes: three, statements: against, sources: new Set() })
    expect(points.map((point) => point.notes)).toEqual([['bos0', 'bos1', 'bos2']])
  })

  it('is no point when one or two people said it, and is told all the same', () => {
    const two = notes.filter(({ id }) => /^bus[01]/.test(id))
    expect(missingPoints({ notes: two, statements, sources: new Set() })).toEqual({
      points: [],
      others: ['bus0', 'bus1'],
    })
  })

  it('is nothing without notes', () => {
    expect(missingPoints({ notes: [], statements, sources: new Set() })).toEqual({
      points: [],
      others: [],
    })
  })
})
