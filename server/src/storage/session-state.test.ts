import { agendaOf } from '@stip/formats'
import { createSession } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import { describe, expect, it } from 'vitest'
import { readSession, SESSION_VERSION, sessionText } from './session-state.ts'

describe('a stored session', () => {
  it('[W40] reads back as it was', () => {
    const session = aStoredSession()
    expect(readSession(sessionText(session))).toEqual(session)
  })

  it('[W40] of before there were times, photos or notes only has their usual values', () => {
    const { times: _times, imagesAllowed: _images, ...early } = aStoredSession()
    const read = readSession(JSON.stringify({ ...early, position: 2 }))
    expect(read).toEqual({ ...aStoredSession(), position: 2 })
  })

  it('[W41] of a newer Stip is not read as if it were known', () => {
    const text = JSON.stringify({ ...aStoredSession(), version: SESSION_VERSION + 1 })
    expect(() => readSession(text)).toThrow('newer version')
  })

  it.each(['agenda', 'people', 'boards', 'merge', 'changedAt', 'revision'])(
    '[W41] without %s is no session',
    (field) => {
      const text = JSON.stringify({ ...aStoredSession(), [field]: undefined })
      expect(() => readSession(text)).toThrow(field)
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
