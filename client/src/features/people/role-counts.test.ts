import type { SessionView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { roleCounts, unseenCount } from './role-counts.ts'

describe('who is in, per role', () => {
  it('counts everybody who has not left, in all and per group', () => {
    expect(roleCounts(aView())).toEqual([
      { id: 'resident', name: 'Bewoner', perGroup: [1, 1], total: 2 },
    ])
  })
})

describe('who never opened a screen', () => {
  it('counts those in the list, not who was taken off it already [S14]', () => {
    const people = [
      { isUnseen: true, hasLeft: false },
      { isUnseen: true, hasLeft: false },
      { isUnseen: true, hasLeft: true },
      { hasLeft: false },
    ]
    expect(unseenCount({ ...aView(), people } as SessionView)).toBe(2)
    expect(unseenCount({ ...aView(), people: undefined })).toBe(0)
  })
})

/** Two residents in two groups, one council member who left, and a role nobody chose. */
function aView(): SessionView {
  return {
    backgrounds: [
      { id: 'resident', name: 'Bewoner' },
      { id: 'council-member', name: 'Raadslid' },
      { id: 'director', name: 'Directielid' },
    ],
    groups: [{ id: 'a' }, { id: 'b' }],
    people: [
      { background: 'resident', groupId: 'a', hasLeft: false },
      { background: 'resident', groupId: 'b', hasLeft: false },
      { background: 'council-member', groupId: 'a', hasLeft: true },
    ],
  } as SessionView
}
