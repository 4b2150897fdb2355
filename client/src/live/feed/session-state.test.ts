import type { SessionView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import type { FeedState } from './feed.ts'
import { sessionState } from './session-state.ts'

describe('which state a screen of a session shows', () => {
  it('waits, until it knows something', () => {
    expect(sessionState(aFeed()).kind).toBe('loading')
  })

  it('tells an unknown session from one that is closed to this device', () => {
    expect(sessionState(aFeed({ connection: 'refused', status: 404 })).kind).toBe('unknown')
    expect(sessionState(aFeed({ connection: 'refused', status: 403 })).kind).toBe('no-access')
  })

  it('keeps the session on the screen while the network is gone', () => {
    const view = { id: 'avond' } as SessionView
    expect(sessionState(aFeed({ connection: 'offline', view }))).toMatchObject({
      kind: 'ready',
      isOffline: true,
    })
    expect(sessionState(aFeed({ connection: 'offline' })).kind).toBe('network-gone')
  })
})

function aFeed(differences: Partial<FeedState> = {}): FeedState {
  return {
    connection: 'connecting',
    view: undefined,
    offsetMs: 0,
    problem: undefined,
    status: undefined,
    ...differences,
  }
}
