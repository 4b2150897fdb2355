import { agendaOf } from '@stip/formats'
import { createSession, storedSession } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import { describe, expect, it } from 'vitest'
import { readSession, SESSION_VERSION, sessionText } from './session-state.ts'

describe('a stored session', () => {
  it('[W40] reads back as it was', () => {
    const session = aStoredSession()
    expect(readSession(sessionText(session))).toEqual(session)
  })

  it('[W40] of before there were abilities is in them, with all that it had', () => {
    const read = readSession(JSON.stringify({ version: 1, ...aFlatSession() }))
    const session = aStoredSession()
    expect(read).toEqual({
      ...session,
      revision: 9,
      changedAt: { 'went-to-step': 7, 'groups-mixed': 3 },
      steps: { ...session.steps, position: 2, openedSteps: [0, 2] },
      people: { ...session.people, all: [{ id: 'noor', number: 1, name: 'Noor', hasLeft: false }] },
      attention: { ...session.attention, spotlight: 'b' },
    })
  })

  it('[W40] of before there were times, photos or notes only has their usual values', () => {
    const { times: _times, imagesAllowed: _images, ...early } = aFlatSession()
    const read = readSession(JSON.stringify(early))
    expect(read).toEqual(readSession(JSON.stringify({ version: 1, ...aFlatSession() })))
  })

  it('[W41] of a newer Stip is not read as if it were known', () => {
    const stored = { version: SESSION_VERSION, ...storedSession(aStoredSession()) }
    const newer = [
      { ...stored, version: SESSION_VERSION + 1 },
      { ...stored, abilities: { ...stored.abilities, voting: { version: 0, state: {} } } },
      { ...stored, abilities: { ...stored.abilities, boards: { version: 1, state: [] } } },
    ]
    for (const each of newer) {
      expect(() => readSession(JSON.stringify(each))).toThrow('newer version')
    }
  })

  it.each(['agenda', 'people', 'boards', 'merge', 'changedAt', 'revision'])(
    '[W41] without %s is no session',
    (field) => {
      const text = JSON.stringify({ ...aFlatSession(), [field]: undefined })
      expect(() => readSession(text)).toThrow('cannot be read')
    },
  )

  it.each(['', 'null', '[]', '{"version":-1}', '{"version":"1"}', '{"version":0.5}'])(
    '[W41] is not %j',
    (text) => {
      expect(() => readSession(text)).toThrow('cannot be read')
    },
  )
})

function aStoredSession(): Session {
  const agenda = agendaOf('proefrondje')
  if (agenda === undefined) throw new Error('This format is part of Stip.')
  const base = { id: 'avond', title: 'Visie', agenda, groups: [], now: 1 }
  return createSession({ ...base, boards: [{ id: 'b', kind: 'plenary', groupId: undefined }] })
}

/** The same in its second step, as it was stored before there were abilities. */
function aFlatSession() {
  const { steps, boards } = aStoredSession()
  return {
    id: 'avond',
    title: 'Visie',
    agenda: steps.agenda,
    revision: 9,
    position: 2,
    openedSteps: [0, 2],
    times: { spentMs: {} },
    groups: [],
    boards,
    people: [{ id: 'noor', number: 1, name: 'Noor', hasLeft: false }],
    groupsMade: false,
    spotlight: 'b',
    wall: { kind: 'auto' },
    showsNames: false,
    imagesAllowed: false,
    merge: { count: 0, canUndo: false },
    createdAt: 1,
    changedAt: { step: 7, mix: 3 },
  }
}
