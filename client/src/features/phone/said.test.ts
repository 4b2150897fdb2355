import { describe, expect, it } from 'vitest'
import type { OwnNote } from './outbox.ts'
import { saidOf } from './said.ts'

describe('what a phone says of what was sent', () => {
  it('is that it was not placed, with the way back', () => {
    const note = aNote('refused')
    expect(say([note], [note])).toMatchObject({
      words: 'Niet geplaatst. Nee.',
      mood: 'attention',
      refused: note,
    })
  })

  it('is not about a refusal once the next note is stored', () => {
    const notes = [aNote('refused'), aNote('stored')]
    expect(say(notes, notes)).toMatchObject({
      words: 'Opgeslagen',
      mood: 'good',
      refused: undefined,
    })
  })

  it('is not about a refusal while the next note waits for a connection', () => {
    const notes = [aNote('refused'), aNote('waiting')]
    expect(say(notes, notes, { isOffline: true }).words).toBe(
      'Geen verbinding. Bewaard op dit apparaat · 1 briefje wacht',
    )
  })

  it('is not about a refusal in an earlier step', () => {
    expect(say([aNote('refused')], [])).toMatchObject({ words: '', mood: 'good' })
    const stored = aNote('stored')
    expect(say([aNote('refused'), stored], [stored]).words).toBe('Opgeslagen')
  })

  it('is that the question is new, before anything else', () => {
    const note = aNote('refused')
    expect(saidOf(aMoment([note]), [note], true).words).toBe(
      'De vraag is nieuw. Past je tekst nog?',
    )
  })
})

function say(notes: readonly OwnNote[], ofStep: readonly OwnNote[], more: object = {}) {
  return saidOf({ ...aMoment(notes), ...more }, ofStep, false)
}

function aMoment(notes: readonly OwnNote[]) {
  return { notes, isOffline: false, isKept: true }
}

let count = 0
function aNote(state: OwnNote['state']): OwnNote {
  const why = state === 'refused' ? { why: 'Nee.' } : {}
  return { id: `shape:${++count}`, boardId: 'bord', zone: 'vak', words: 'een', state, ...why }
}
