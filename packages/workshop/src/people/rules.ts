import type { Ability } from '../ability/ability.ts'
import { addPerson, comeBack, join, joinAsScreen, restorePerson } from './coming-in.ts'
import { evolvePeople } from './evolve.ts'
import { seating } from './seating.ts'
import type { PeopleTypes } from './types.ts'

/** Who takes part, in which group. */
export const people: Ability<PeopleTypes> = {
  name: 'people',
  upgrades: [],
  begin: ({ groups }) => ({ all: [], groups, groupsMade: false, seatsBeforeMix: undefined }),
  commands: {
    join,
    'come-back': comeBack,
    'join-as-screen': joinAsScreen,
    'add-person': addPerson,
    'restore-person': restorePerson,
    ...seating,
  },
  parts: {},
  evolve: evolvePeople,
  quiet: ['people-seen'],
}
