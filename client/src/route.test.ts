import { describe, expect, it } from 'vitest'
import { pathOf, routeOf } from './route.ts'

describe('addresses', () => {
  it('lead to their screens', () => {
    expect(routeOf('/')).toEqual({ screen: 'home' })
    expect(routeOf('/doe-mee/')).toEqual({ screen: 'join' })
    expect(routeOf('/s/abc123/meedoen')).toEqual({ screen: 'participant', sessionId: 'abc123' })
  })

  it('are those that links are made of', () => {
    for (const role of ['participant', 'facilitator', 'observer', 'wall'] as const) {
      expect(routeOf(pathOf(role, 'abc123'))).toMatchObject({ sessionId: 'abc123' })
    }
  })

  it('that stand for nothing say so', () => {
    for (const path of ['/s/abc123', '/s/abc123/toString', '/s/../meedoen', '/doe-mee/x']) {
      expect(routeOf(path)).toEqual({ screen: 'not-found' })
    }
  })
})
