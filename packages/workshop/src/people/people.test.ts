import { describe, expect, it } from 'vitest'
import { aPerson, aSession, after, circumstances, decided, join } from '../test/a-session.ts'
import type { Command } from '../session/abilities.ts'
import { limits } from '../ability/limits.ts'
import type { Session } from '../session/session.ts'

describe('joining', () => {
  it('[S13] takes a person without a name, and numbers people in order of arrival', () => {
    const session = joined(joined(aSession(), 'Noor'), '')
    expect(session.people.all.map(({ number, name }) => [number, name])).toEqual([
      [1, 'Noor'],
      [2, ''],
    ])
    expect(session.revision).toBe(2)
  })

  it('[S13] never gives the number of somebody who left to another', () => {
    const first = joined(aSession(), 'Noor')
    const left = after(first, { type: 'remove-person', personId: 'Noor' })
    expect(joined(left, 'Sam').people.all.map((person) => person.number)).toEqual([1, 2])
  })

  it('[S14] makes one person of somebody who joins twice', () => {
    const once = joined(aSession(), 'Noor')
    expect(joined(once, 'Noor')).toBe(once)
  })

  it('[S14] is refused when the session is full', () => {
    const people = Array.from({ length: limits.people }, (_, turn) => aPerson(`person-${turn}`))
    const full = aSession({ people })
    const refused = { ok: false, refusal: 'session-is-full' }
    expect(join(full, { personId: 'Noor', name: '', background: 'resident' })).toEqual(refused)
    const oneMore: Command = { type: 'add-person', name: '', background: 'resident' }
    expect(decided(full, oneMore, circumstances(full))).toEqual(refused)
  })

  it('[S14] gives the seat of who left, or was taken off, to somebody else', () => {
    const people = Array.from({ length: limits.people }, (_, turn) => aPerson(`person-${turn}`))
    const full = aSession({ people })
    const left = after(full, { type: 'remove-person', personId: 'person-7' })
    expect(joined(left, 'Noor').people.all).toHaveLength(limits.people + 1)
    const again = joined(left, 'Noor')
    const back: Command = { type: 'restore-person', personId: 'person-7' }
    expect(decided(again, back, circumstances(again))).toEqual({
      ok: false,
      refusal: 'session-is-full',
    })
  })

  it('[S14] lets the earliest give way whose screens never opened, when there are too many', () => {
    let session = aSession()
    for (let turn = 0; turn < limits.unseenPeople + 3; turn++) session = joined(session, `${turn}`)
    expect(session.people.all).toHaveLength(limits.unseenPeople)
    expect(session.people.all[0]?.id).toBe('3')
    expect(new Set(session.people.all.map(({ number }) => number)).size).toBe(limits.unseenPeople)
    const seen = after(session, { type: 'note-seen', personIds: ['3', '4', 'nobody'] })
    expect(seen.revision).toBe(session.revision)
    expect(after(seen, { type: 'note-seen', personIds: ['3'] })).toBe(seen)
    const next = joined(joined(joined(seen, 'Noor'), 'Sam'), 'Mila')
    expect(next.people.all.map(({ id }) => id)).toEqual(expect.arrayContaining(['3', '4', 'Mila']))
    expect(next.people.all.map(({ id }) => id)).not.toContain('5')
  })

  it('[S14] lets them give way when no seat is left, and nobody who is in the room', () => {
    const people = Array.from({ length: limits.people - 1 }, (_, turn) => aPerson(`person-${turn}`))
    const full = joined(aSession({ people }), 'script')
    const ids = joined(full, 'Noor').people.all.map(({ id }) => id)
    expect(ids).toContain('Noor')
    expect(ids).not.toContain('script')
    expect(ids).toHaveLength(limits.people)
  })

  it('[S14] takes everybody off the list whose screen never opened, in one go', () => {
    const session = after(
      joined(joined(aSession(), 'Noor'), 'script'),
      { type: 'note-seen', personIds: ['Noor'] },
      { type: 'add-person', name: 'Sam', background: 'resident' },
    )
    const cleaned = after(session, { type: 'remove-unseen-people' })
    expect(cleaned.people.all.map(({ name }) => name)).toEqual(['Noor', 'Sam'])
    expect(after(cleaned, { type: 'remove-unseen-people' })).toBe(cleaned)
  })

  it('[S12] refuses a name that is too long', () => {
    const newcomer = { personId: 'Noor', name: 'a'.repeat(41), background: 'resident' as const }
    expect(join(aSession(), newcomer)).toEqual({ ok: false, refusal: 'text-too-long' })
  })

  it('counts a background as the agenda says, and one it does not know as other', () => {
    const session = after(
      aSession(),
      { type: 'add-person', name: 'Noor', background: 'council-clerk' },
      { type: 'add-person', name: 'Sam', background: 'director' },
    )
    expect(session.people.all.map((person) => person.mixingRole)).toEqual([
      'council-member',
      'other',
    ])
  })

  it('[G6] gives no group before groups are made, and one at once after', () => {
    const waiting = joined(aSession(), 'Noor')
    expect(waiting.people.all[0]?.groupId).toBeUndefined()
    const mixed = after(waiting, { type: 'mix-groups' })
    const seats = joined(mixed, 'Sam').people.all.map((person) => person.groupId)
    expect(seats[0]).toBe(mixed.people.all[0]?.groupId)
    expect(seats[1]).toBeDefined()
    expect(seats[1]).not.toBe(seats[0])
  })

  it('[G7] seats a person without a phone like everybody else', () => {
    const mixed = after(
      aSession(),
      { type: 'add-person', name: 'Noor', background: 'resident' },
      { type: 'mix-groups' },
      { type: 'add-person', name: 'Sam', background: 'resident' },
    )
    expect(mixed.people.all.every((person) => !person.hasPhone && person.groupId)).toBe(true)
    expect(mixed.people.all[0]?.groupId).not.toBe(mixed.people.all[1]?.groupId)
  })
})

describe('mixing', () => {
  it('[G3] leaves people who left as they were', () => {
    const people = [aPerson('Noor', { hasLeft: true, groupId: 'B' }), aPerson('Sam')]
    const mixed = after(aSession({ people }), { type: 'mix-groups' })
    expect(mixed.people.groupsMade).toBe(true)
    expect(mixed.people.all[0]).toEqual(people[0])
  })

  it.each([[[]], [[aPerson('Noor', { hasLeft: true })]]])(
    '[G4] is refused without anybody present',
    (people) => {
      const empty = aSession({ people })
      expect(decided(empty, { type: 'mix-groups' }, circumstances(empty))).toEqual({
        ok: false,
        refusal: 'nobody-to-mix',
      })
    },
  )

  it('[G5] is taken back as a whole, once', () => {
    const byHand = aSession({
      people: [aPerson('Noor', { groupId: 'C' }), aPerson('Sam', { groupId: 'C' })],
      groupsMade: true,
    })
    const undone = after(
      byHand,
      { type: 'mix-groups' },
      { type: 'move-person', personId: 'Noor', groupId: 'A' },
      { type: 'undo-mix' },
    )
    expect(undone.people.all).toEqual(byHand.people.all)
    expect(undone.people.groupsMade).toBe(true)
    expect(decided(undone, { type: 'undo-mix' }, circumstances(undone))).toEqual({
      ok: false,
      refusal: 'nothing-to-undo',
    })
  })

  it('[G5] leaves nobody with a group when the first mix is taken back', () => {
    const mixed = after(joined(aSession(), 'Noor'), { type: 'mix-groups' })
    const undone = after(joined(mixed, 'Sam'), { type: 'undo-mix' })
    expect(undone.people.groupsMade).toBe(false)
    expect(undone.people.all.map((person) => person.groupId)).toEqual([undefined, undefined])
  })

  it('[G5] leaves who came in since where they are, when groups stay', () => {
    const once = after(joined(aSession(), 'Noor'), { type: 'mix-groups' })
    const twice = joined(after(once, { type: 'mix-groups' }), 'Sam')
    const undone = after(twice, { type: 'undo-mix' })
    expect(undone.people.groupsMade).toBe(true)
    expect(undone.people.all).toEqual([once.people.all[0], twice.people.all[1]])
  })
})

describe('leaving and coming back', () => {
  it('[G8] gives the same group back', () => {
    const people = [aPerson('Noor', { groupId: 'B' }), aPerson('Sam', { groupId: 'A' })]
    const session = aSession({ people, groupsMade: true })
    const left = after(session, { type: 'remove-person', personId: 'Noor' })
    expect(left.people.all[0]).toMatchObject({ hasLeft: true, groupId: 'B' })
    const back = after(left, { type: 'mix-groups' }, { type: 'restore-person', personId: 'Noor' })
    expect(back.people.all[0]).toEqual(people[0])
  })

  it('[G8] finds a seat for who had none', () => {
    const people = [aPerson('Noor', { hasLeft: true }), aPerson('Sam', { groupId: 'A' })]
    const session = aSession({ people, groupsMade: true })
    const back = after(session, { type: 'restore-person', personId: 'Noor' })
    expect(back.people.all[0]).toMatchObject({ hasLeft: false, groupId: 'B' })
  })

  it('[S2] changes nothing the second time', () => {
    const left = aSession({ people: [aPerson('Noor', { hasLeft: true })] })
    expect(after(left, { type: 'remove-person', personId: 'Noor' })).toBe(left)
  })
})

describe('moving', () => {
  it('[G9] takes anybody to any group, and makes groups once everybody present has one', () => {
    const people = [aPerson('Noor'), aPerson('Sam'), aPerson('Mila', { hasLeft: true })]
    const half = after(aSession({ people }), {
      type: 'move-person',
      personId: 'Noor',
      groupId: 'C',
    })
    expect(half.people.groupsMade).toBe(false)
    const whole = after(half, { type: 'move-person', personId: 'Sam', groupId: 'C' })
    expect(whole.people.groupsMade).toBe(true)
    expect(whole.people.all.map((person) => person.groupId)).toEqual(['C', 'C', undefined])
  })

  it.each<[Command, string]>([
    [{ type: 'move-person', personId: 'Zoë', groupId: 'A' }, 'no-such-person'],
    [{ type: 'move-person', personId: 'Noor', groupId: 'Z' }, 'no-such-group'],
    [{ type: 'remove-person', personId: 'Zoë' }, 'no-such-person'],
    [{ type: 'restore-person', personId: 'Zoë' }, 'no-such-person'],
  ])('[S2] %o is refused: %s', (command, refusal) => {
    const session = aSession({ people: [aPerson('Noor')] })
    expect(decided(session, command, circumstances(session))).toEqual({ ok: false, refusal })
  })
})

/** The session with one more resident, whose id is their name. */
function joined(session: Session, name: string): Session {
  const outcome = join(session, { personId: name, name, background: 'resident' })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}
