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
  told: {
    'person-joined': ({ person }) => ({ personId: person.id }),
    'screen-joined': ({ person }) => ({ groupId: person.groupId }),
    'people-seen': ({ personIds }) => ({ count: personIds.length }),
    'people-removed': ({ personIds }) => ({ count: personIds.length }),
    'person-left': ({ personId }) => ({ personId }),
    'device-left': ({ personId }) => ({ personId }),
    'person-returned': ({ personId }) => ({ personId }),
    'background-changed': ({ personId, background }) => ({ personId, text: background }),
    'scribe-appointed': ({ personId }) => ({ personId }),
    'scribe-relieved': ({ personId }) => ({ personId }),
    'person-moved': ({ personId, groupId }) => ({ personId, groupId }),
    'groups-mixed': ({ seats }) => ({ count: seats.length }),
    'mix-undone': () => ({}),
    'group-renamed': ({ groupId, name }) => ({ groupId, text: name }),
  },
  evolve: evolvePeople,
  quiet: ['people-seen'],
}
