import { seededRandom } from '@stip/primitives'
import type { GroupId } from '@stip/primitives'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPerson } from '../test/a-session.ts'
import type { Background, MixingRole } from '../steps/agenda.ts'
import { groupForLateComer, mixGroups, newGroups, seated } from './groups.ts'
import { limits } from '../ability/limits.ts'
import type { Person } from './state.ts'

const roles: readonly MixingRole[] = [
  'council-member',
  'executive-member',
  'civil-servant',
  'resident',
  'other',
]

describe('mixing', () => {
  it('[G1] gives every present person one of the groups', () => {
    fc.assert(
      fc.property(rooms(), ({ people, groupIds, seed }) => {
        const seats = mixGroups(people, groupIds, seededRandom(seed))
        const present = people.filter((person) => !person.hasLeft)
        expect(seats.map((seat) => seat.personId).toSorted()).toEqual(idsOf(present))
        expect(seats.filter((seat) => !groupIds.includes(seat.groupId ?? ''))).toEqual([])
      }),
    )
  })

  it('[G2] spreads each mixing role, and the room as a whole, to within one person', () => {
    fc.assert(
      fc.property(rooms(), ({ people, groupIds, seed }) => {
        const mixed = seated(people, mixGroups(people, groupIds, seededRandom(seed)))
        const present = mixed.filter((person) => !person.hasLeft)
        expect(spread(present, groupIds)).toBeLessThanOrEqual(1)
        for (const role of roles) {
          const alike = present.filter((person) => person.mixingRole === role)
          expect(spread(alike, groupIds)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('[G2] spreads each background to within one person as well', () => {
    fc.assert(
      fc.property(rooms(), ({ people, groupIds, seed }) => {
        const mixed = seated(people, mixGroups(people, groupIds, seededRandom(seed)))
        const present = mixed.filter((person) => !person.hasLeft)
        for (const alike of Map.groupBy(present, (person) => person.background).values()) {
          expect(spread(alike, groupIds)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('[G3] passes over people who left, who keep the group they had', () => {
    const people = [aPerson('Noor', { hasLeft: true, groupId: 'B' }), aPerson('Sam')]
    const seats = mixGroups(people, ['A', 'B'], seededRandom(1))
    expect(seats.map((seat) => seat.personId)).toEqual(['Sam'])
    expect(seated(people, seats)[0]?.groupId).toBe('B')
  })

  it('[G4] gives the same seats for the same seed', () => {
    fc.assert(
      fc.property(rooms(), ({ people, groupIds, seed }) => {
        const once = mixGroups(people, groupIds, seededRandom(seed))
        expect(mixGroups(people, groupIds, seededRandom(seed))).toEqual(once)
      }),
    )
  })

  it('[G4] does not always make the first group the largest', () => {
    const room = ['Noor', 'Sam', 'Mila', 'Daan'].map((name) => aPerson(name))
    const largest = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const seats = mixGroups(room, ['A', 'B', 'C'], seededRandom(seed))
      return ['A', 'B', 'C'].find((id) => seats.filter((seat) => seat.groupId === id).length === 2)
    })
    expect(new Set(largest).size).toBeGreaterThan(1)
  })

  it('cannot deal to no groups', () => {
    expect(() => mixGroups([aPerson('Noor')], [], seededRandom(1))).toThrow(RangeError)
  })
})

describe('a late comer', () => {
  it('[G6] gets the group that is lowest in their role, whatever its size', () => {
    const people = [
      aPerson('Noor', { groupId: 'A', mixingRole: 'resident' }),
      aPerson('Sam', { groupId: 'B', mixingRole: 'civil-servant' }),
      aPerson('Mila', { groupId: 'B', mixingRole: 'civil-servant' }),
    ]
    expect(groupForLateComer(people, ['A', 'B'], 'resident')).toBe('B')
  })

  it('[G6] gets the smallest of those, and the first of the smallest', () => {
    const people = [aPerson('Noor', { groupId: 'A', mixingRole: 'other' })]
    expect(groupForLateComer(people, ['A', 'B', 'C'], 'resident')).toBe('B')
  })

  it('[G6] does not count people who left', () => {
    const people = [
      aPerson('Noor', { groupId: 'A', hasLeft: true }),
      aPerson('Sam', { groupId: 'B' }),
    ]
    expect(groupForLateComer(people, ['A', 'B'], 'resident')).toBe('A')
  })

  it('[G6] keeps every role within one person, however many come late', () => {
    const late = fc.array(fc.constantFrom(...roles), { maxLength: 30 })
    fc.assert(
      fc.property(rooms(), late, ({ people, groupIds, seed }, lateRoles) => {
        let room = seated(people, mixGroups(people, groupIds, seededRandom(seed)))
        for (const [turn, mixingRole] of lateRoles.entries()) {
          const groupId = groupForLateComer(room, groupIds, mixingRole)
          room = [...room, aPerson(`late-${turn}`, { mixingRole, groupId })]
        }
        for (const role of roles) {
          const alike = room.filter((person) => person.mixingRole === role && !person.hasLeft)
          expect(spread(alike, groupIds)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('the groups of a new session', () => {
  it('[G10] are lettered from A and named by the agenda, as far as it has names', () => {
    let made = 0
    const groups = newGroups({ groupNames: ['De Brug', 'De Haven'] }, 3, () => `id-${made++}`)
    expect(groups).toEqual([
      { id: 'id-0', letter: 'A', name: 'De Brug' },
      { id: 'id-1', letter: 'B', name: 'De Haven' },
      { id: 'id-2', letter: 'C', name: 'C' },
    ])
  })

  it.each([0, 1.5, limits.groups + 1])('[G10] cannot be %d', (groupCount) => {
    expect(() => newGroups({ groupNames: [] }, groupCount, () => 'id')).toThrow(RangeError)
  })
})

/** Rooms of any mixture of roles, with some who left, over one to twelve groups. */
function rooms() {
  const chosen = fc.constantFrom(
    ...roles.map((mixingRole) => ({ mixingRole, background: mixingRole as Background })),
    { mixingRole: 'resident', background: 'entrepreneur' } as const,
    { mixingRole: 'civil-servant', background: 'manager' } as const,
  )
  const person = fc.record({
    chosen,
    hasLeft: fc.constantFrom(false, false, false, true),
  })
  return fc
    .record({
      drawn: fc.array(person, { maxLength: 90 }),
      groupCount: fc.integer({ min: 1, max: limits.groups }),
      seed: fc.integer(),
    })
    .map(({ drawn, groupCount, seed }) => ({
      people: drawn.map((one, turn) =>
        aPerson(`person-${turn}`, { ...one.chosen, hasLeft: one.hasLeft }),
      ),
      groupIds: Array.from({ length: groupCount }, (_, turn) => `group-${turn}`),
      seed,
    }))
}

/** How many people the largest group has more than the smallest. */
function spread(people: readonly Person[], groupIds: readonly GroupId[]): number {
  const sizes = groupIds.map((id) => people.filter((person) => person.groupId === id).length)
  return Math.max(...sizes) - Math.min(...sizes)
}

function idsOf(people: readonly Person[]): string[] {
  return people.map((person) => person.id).toSorted()
}
