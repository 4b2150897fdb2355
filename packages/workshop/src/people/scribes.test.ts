import { describe, expect, it } from 'vitest'
import { boardAccess } from '../access/access.ts'
import type { Session } from '../session/session.ts'
import { aPerson, aSession, after, decided } from '../test/a-session.ts'
import { isHere, personOf, writesFor } from './state.ts'

const appoint = (personId: string, on = true) => ({ type: 'appoint-scribe', personId, on }) as const

describe('[G13] a scribe', () => {
  it('is appointed and relieved, and stays who they are', () => {
    const session = anEvening()
    const appointed = after(session, appoint('Noor'))
    expect(personOf(appointed, 'Noor')).toMatchObject({ isScribe: true, groupId: 'A' })
    expect(after(appointed, appoint('Noor'))).toBe(appointed)
    expect(appointed.people.all.filter(isHere)).toHaveLength(
      session.people.all.filter(isHere).length,
    )
    const relieved = after(appointed, appoint('Noor', false))
    expect(relieved.people).toEqual(session.people)
  })

  it.each(['Zus', 'screen', 'Mila', 'nobody'])(
    'is not %s: who has no phone, a screen, who left, a stranger',
    (personId) => {
      expect(decided(anEvening(), appoint(personId))).toMatchObject({ refusal: 'no-such-person' })
    },
  )
})

describe('[A34] a scribe', () => {
  it('writes the board of their own group and no other, as long as they are one', () => {
    const session = after(anEvening(), appoint('Noor'))
    expect(access(session)).toEqual(['none', 'write', 'none', 'none', 'none', 'none'])
    expect(access(after(session, { type: 'spotlight', boardId: 'vision' }))).toEqual(
      access(session),
    )
    const nothing = session.boards.map(() => 'none')
    expect(access(after(session, appoint('Noor', false)))).toEqual(nothing)
    expect(access(after(session, { type: 'remove-person', personId: 'Noor' }))).toEqual(nothing)
    const moved = after(session, { type: 'move-person', personId: 'Noor', groupId: 'B' })
    expect(access(moved)).toEqual(['none', 'none', 'write', 'none', 'none', 'none'])
  })

  it('writes for those of the group who are here without a phone', () => {
    const session = after(anEvening(), appoint('Noor'))
    const others = ['Zus', 'Sam', 'Opa', 'Mila', 'Noor', 'nobody']
    expect(others.filter((id) => writesFor(session, 'Noor', id))).toEqual(['Zus'])
    expect(others.filter((id) => writesFor(anEvening(), 'Noor', id))).toEqual([])
  })
})

/** What Noor may do, as a scribe, with each board. */
function access(session: Session): readonly string[] {
  const scribe = { role: 'scribe', personId: 'Noor' } as const
  return session.boards.map(({ id }) => boardAccess(session, scribe, id))
}

/** In group A: Noor and Sam with a phone, Zus without, and a screen. Opa, without one, is in B. */
function anEvening(): Session {
  const people = [
    aPerson('Noor', { groupId: 'A' }),
    aPerson('Sam', { groupId: 'A' }),
    aPerson('Zus', { groupId: 'A', hasPhone: false }),
    aPerson('Opa', { groupId: 'B', hasPhone: false }),
    aPerson('Mila', { groupId: 'A', hasLeft: true }),
    aPerson('screen', { groupId: 'A', isScreen: true }),
  ]
  const own = { id: 'own', kind: 'private', groupId: undefined, members: ['Noor'] } as const
  return aSession({
    people,
    groupsMade: true,
    position: 1,
    openedSteps: [1],
    boards: [...aSession().boards, own],
  })
}
