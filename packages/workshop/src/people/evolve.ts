import type { GroupId, PersonId } from '@stip/primitives'
import type { Evolve } from '../ability/ability.ts'
import { seated } from './groups.ts'
import { isHere } from './state.ts'
import type { PeopleEvent, PeopleState, Person } from './state.ts'

/** What an event makes of who takes part. */
export const evolvePeople: Evolve<PeopleState, PeopleEvent> = {
  'person-joined': (state, { person }) => withPerson(state, person),
  'screen-joined': (state, { person }) => {
    const others = state.all.filter(({ id }) => id !== person.id)
    return { ...state, all: [...others, person] }
  },
  'people-seen': (state, { personIds }) => withSeen(state, new Set(personIds)),
  'people-removed': (state, { personIds }) => without(state, personIds),
  'person-left': (state, { personId }) => withoutSeat(state, personId),
  'device-left': (state) => state,
  'person-returned': (state, { personId, groupId }) =>
    changed(state, personId, { hasLeft: false, groupId }),
  'background-changed': (state, { personId, background, mixingRole }) =>
    changed(state, personId, { background, mixingRole }),
  'scribe-appointed': (state, { personId }) => changed(state, personId, { isScribe: true }),
  'scribe-relieved': (state, { personId }) => relieved(state, personId),
  'person-moved': (state, { personId, groupId }) => moved(state, personId, groupId),
  'groups-mixed': (state, { seats }) => ({
    ...state,
    all: seated(state.all, seats),
    seatsBeforeMix: state.all.filter(isHere).map(({ id, groupId }) => ({ personId: id, groupId })),
    groupsMade: true,
  }),
  'mix-undone': unmixed,
  'group-renamed': (state, { groupId, name }) => ({
    ...state,
    groups: state.groups.map((each) => (each.id === groupId ? { ...each, name } : each)),
  }),
}

function withPerson(state: PeopleState, person: Person): PeopleState {
  return { ...state, all: [...state.all, person] }
}

/** Who left: their group stays theirs for when they come back. */
export function withoutSeat(state: PeopleState, personId: PersonId): PeopleState {
  return changed(state, personId, { hasLeft: true })
}

function changed(state: PeopleState, id: PersonId, difference: Partial<Person>): PeopleState {
  const all = state.all.map((each) => (each.id === id ? { ...each, ...difference } : each))
  return { ...state, all }
}

function relieved(state: PeopleState, personId: PersonId): PeopleState {
  const all = state.all.map((person) => {
    if (person.id !== personId) return person
    const { isScribe: _isScribe, ...rest } = person
    return rest
  })
  return { ...state, all }
}

function withSeen(state: PeopleState, seen: ReadonlySet<PersonId>): PeopleState {
  const all = state.all.map((person) => {
    if (person.isUnseen !== true || !seen.has(person.id)) return person
    const { isUnseen: _isUnseen, ...rest } = person
    return rest
  })
  return { ...state, all }
}

/** Off the list for good. */
export function without(state: PeopleState, personIds: readonly PersonId[]): PeopleState {
  if (personIds.length === 0) return state
  const gone = new Set(personIds)
  return {
    ...state,
    all: state.all.filter(({ id }) => !gone.has(id)),
    seatsBeforeMix: state.seatsBeforeMix?.filter(({ personId }) => !gone.has(personId)),
  }
}

/** Groups are made once everybody who is here has one. */
function moved(state: PeopleState, personId: PersonId, groupId: GroupId): PeopleState {
  const all = seated(state.all, [{ personId, groupId }])
  const everybodySits = all.every((each) => !isHere(each) || each.groupId !== undefined)
  return { ...state, all, groupsMade: state.groupsMade || everybodySits }
}

/** Puts everybody back where they sat before the last mix; who came in since keeps their seat. */
function unmixed(state: PeopleState): PeopleState {
  const seats = state.seatsBeforeMix ?? []
  // Before groups are made at least one person is without a group, and after that nobody is.
  const groupsMade = seats.every((seat) => seat.groupId !== undefined)
  const knew = new Set(seats.map((seat) => seat.personId))
  const all = groupsMade
    ? state.all
    : state.all.map((person) => (knew.has(person.id) ? person : { ...person, groupId: undefined }))
  return { ...state, all: seated(all, seats), seatsBeforeMix: undefined, groupsMade }
}
