import { shuffled } from '@stip/primitives'
import type { GroupId, PersonId, Random } from '@stip/primitives'
import type { Agenda, MixingRole } from '../steps/agenda.ts'
import { limits } from '../ability/limits.ts'
import type { Group, Person, Seat } from './state.ts'

/** What mixing looks at in a person. */
export type MixedPerson = Pick<Person, 'id' | 'mixingRole' | 'background' | 'hasLeft'>

/** What finding a group for one more person looks at in everybody else. */
export type SeatedPerson = Pick<Person, 'mixingRole' | 'hasLeft' | 'groupId'>

/**
 * Deals people over groups the way one deals cards: one mixing role at a time, and in it one
 * background at a time, round the table; the next starts where the last one stopped. That is why
 * groups differ by at most one person: in total, for every mixing role and for every background.
 * People who left get no seat.
 *
 * @param random - Decides who sits where; the same seed gives the same seats.
 * @throws {RangeError} When there is no group to deal to.
 */
export function mixGroups(
  people: readonly MixedPerson[],
  groupIds: readonly GroupId[],
  random: Random,
): Seat[] {
  if (groupIds.length === 0) throw new RangeError('Cannot mix people over no groups.')
  const present = people.filter((person) => !person.hasLeft)
  const byRole = Map.groupBy(shuffled(present, random), (person) => person.mixingRole)
  // Inside a role by what people chose themselves: any run of cards in a row is dealt evenly.
  const dealingOrder = [...byRole.values()]
    .flatMap((alike) => [...Map.groupBy(alike, (person) => person.background).values()])
    .flat()
  // The first group at the table gets the person left over, so chance decides which that is.
  const table = shuffled(groupIds, random)
  return dealingOrder.map((person, turn) => ({
    personId: person.id,
    groupId: table[turn % table.length],
  }))
}

/**
 * The group for somebody who comes in after mixing: the one with the fewest people of their role;
 * among those the smallest, and among those the first. Nobody else moves.
 *
 * @returns undefined when there are no groups.
 */
export function groupForLateComer(
  people: readonly SeatedPerson[],
  groupIds: readonly GroupId[],
  mixingRole: MixingRole,
): GroupId | undefined {
  const choices = groupIds.map((groupId) => {
    const members = people.filter((person) => person.groupId === groupId && !person.hasLeft)
    const alike = members.filter((person) => person.mixingRole === mixingRole)
    return { groupId, alike: alike.length, total: members.length }
  })
  return choices.toSorted((one, other) => one.alike - other.alike || one.total - other.total)[0]
    ?.groupId
}

/**
 * The groups of a new session: lettered from A, with the names that the agenda gives them.
 *
 * @param groupCount - From 1 up to `limits.groups`.
 * @throws {RangeError} When `groupCount` is outside those limits.
 */
export function newGroups(
  agenda: Pick<Agenda, 'groupNames'>,
  groupCount: number,
  newId: () => GroupId,
): Group[] {
  if (!Number.isInteger(groupCount) || groupCount < 1 || groupCount > limits.groups) {
    throw new RangeError(`Cannot make ${groupCount} groups.`)
  }
  return Array.from({ length: groupCount }, (_, index) => {
    const letter = String.fromCodePoint(65 + index)
    return { id: newId(), letter, name: agenda.groupNames[index] ?? letter }
  })
}

/** The people with their new seats; who is not named in `seats` stays where they are. */
export function seated(people: readonly Person[], seats: readonly Seat[]): Person[] {
  const groupOf = new Map<PersonId, GroupId | undefined>(
    seats.map((seat) => [seat.personId, seat.groupId]),
  )
  return people.map((person) =>
    groupOf.has(person.id) ? { ...person, groupId: groupOf.get(person.id) } : person,
  )
}
