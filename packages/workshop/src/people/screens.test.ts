import { describe, expect, it } from 'vitest'
import { boardAccess } from '../access/access.ts'
import { aPerson, aSession, after, decided, join } from '../test/a-session.ts'
import { isHere } from './state.ts'
import type { Session } from '../session/session.ts'

describe('[G11] a screen on which a group draws together', () => {
  it('is nobody: it has no number, is not mixed, and no group is full for it', () => {
    const session = withScreen(mixed(aSession({ people: people(9) })), 'screen', 0)
    const again = after(session, { type: 'mix-groups' })
    expect(again.people.all.find(({ id }) => id === 'screen')?.groupId).toBe(
      session.people.groups[0]?.id,
    )
    expect(session.people.groups.map(({ id }) => membersOf(again, id).length)).toEqual([3, 3, 3])
    const late = join(again, { personId: 'late', name: '', background: 'resident' })
    expect(late.ok && late.value.people.all.find(({ id }) => id === 'late')?.number).toBe(10)
  })

  it('makes no groups by sitting somewhere, and does not keep them from being made', () => {
    const [one] = people(1)
    const session = withScreen(aSession({ people: one === undefined ? [] : [one] }), 'screen', 1)
    expect(session.people.groupsMade).toBe(false)
    const groupId = session.people.groups[0]?.id ?? ''
    const moved = after(session, { type: 'move-person', personId: 'person-1', groupId })
    expect(moved.people.groupsMade).toBe(true)
  })

  it('writes on the board of its group and no other, once there are groups', () => {
    const session = withScreen(mixed(aSession({ people: people(9) })), 'screen', 1)
    const access = session.boards
      .filter(({ kind }) => kind === 'group')
      .map(({ id }) => boardAccess(session, { role: 'participant', personId: 'screen' }, id))
    expect(access).toEqual(['none', 'write', 'none'])
  })

  it('goes to another group when it is paired again, and stays one screen', () => {
    const session = withScreen(withScreen(aSession(), 'screen', 0), 'screen', 2)
    expect(session.people.all.map(({ groupId }) => groupId)).toEqual([session.people.groups[2]?.id])
  })

  it('is none any more once somebody takes part on the same device', () => {
    const session = withScreen(aSession({ people: people(2) }), 'screen', 1)
    const newcomer = { personId: 'new', name: 'Dirk', background: 'resident' } as const
    const joined = join(session, { ...newcomer, screenId: 'screen' })
    const found = joined.ok ? joined.value.people.all : []
    expect(found.find(({ id }) => id === 'screen')).toMatchObject({ hasLeft: true })
    expect(found.find(({ id }) => id === 'new')).toMatchObject({ name: 'Dirk', number: 3 })
    const other = join(session, { ...newcomer, screenId: 'person-1' })
    expect(other.ok && other.value.people.all[0]?.hasLeft).toBe(false)
  })

  it('is refused where a person takes part, in a group that is not there, and after the end', () => {
    const session = aSession({ people: people(1) })
    const groupId = session.people.groups[0]?.id ?? ''
    const refusals = [
      screen(session, { personId: 'person-1', groupId }),
      screen(session, { personId: 'screen', groupId: 'nowhere' }),
      screen(after(session, { type: 'end-session' }), { personId: 'screen', groupId }),
    ]
    expect(refusals.map((each) => each.ok || each.refusal)).toEqual([
      'screen-takes-part',
      'no-such-group',
      'session-is-over',
    ])
  })
})

describe('[G12] the role of somebody', () => {
  it('can be given later; they stay in their group', () => {
    const session = mixed(aSession({ people: people(9) }))
    const groupId = session.people.all[0]?.groupId
    const changed = after(session, {
      type: 'change-background',
      personId: 'person-1',
      background: 'council-clerk',
    })
    expect(changed.people.all[0]).toMatchObject({
      background: 'council-clerk',
      mixingRole: 'council-member',
      groupId,
    })
    expect(changed.revision).toBe(session.revision + 1)
  })

  it('counts at the next mix', () => {
    let session = mixed(aSession({ people: people(9) }))
    for (const personId of ['person-1', 'person-2', 'person-3']) {
      session = after(session, {
        type: 'change-background',
        personId,
        background: 'council-member',
      })
    }
    const again = mixed(session)
    const groups = again.people.all.slice(0, 3).map(({ groupId }) => groupId)
    expect(new Set(groups).size).toBe(3)
  })
})

function people(count: number) {
  return Array.from({ length: count }, (_, turn) => ({
    ...aPerson(`person-${turn + 1}`),
    number: turn + 1,
  }))
}

function mixed(session: Session): Session {
  return after(session, { type: 'mix-groups' })
}

function withScreen(session: Session, personId: string, group: number): Session {
  const joined = screen(session, { personId, groupId: session.people.groups[group]?.id ?? '' })
  if (!joined.ok) throw new Error(joined.refusal)
  return joined.value
}

function screen(session: Session, { personId, groupId }: { personId: string; groupId: string }) {
  return decided(session, { type: 'join-as-screen', personId, groupId })
}

function membersOf(session: Session, groupId: string) {
  return session.people.all.filter((person) => isHere(person) && person.groupId === groupId)
}
