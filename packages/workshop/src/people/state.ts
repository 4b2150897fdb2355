import type { GroupId, PersonId } from '@stip/primitives'
import type { Background, MixingRole } from '../steps/agenda.ts'

/** Groep: people who draw on one board together; shown as letter, colour and name. */
export interface Group {
  readonly id: GroupId
  readonly letter: string
  readonly name: string
}

/** Deelnemer (participant): one person who takes part; `groupId` is undefined until groups are made. */
export interface Person {
  readonly id: PersonId
  /** Numbers count up from 1 in order of arrival; shown when a person gave no name. */
  readonly number: number
  readonly name: string
  readonly background: Background
  readonly mixingRole: MixingRole
  readonly groupId: GroupId | undefined
  /** A person without a phone was added by the facilitator and takes part through the scribe. */
  readonly hasPhone: boolean
  readonly hasLeft: boolean
  /** A screen on which a group draws together, and nobody who is counted, mixed or asked for a role. */
  readonly isScreen?: true | undefined
  /** Writes for those of the group who have no phone (schrijver); the facilitator asked them to. */
  readonly isScribe?: true | undefined
  /** Joined, but the screen of their phone never opened: nobody who is in the room. */
  readonly isUnseen?: true | undefined
}

/** Who sits in which group. */
export interface Seat {
  readonly personId: PersonId
  readonly groupId: GroupId | undefined
}

/** Who takes part, and with whom. */
export interface PeopleState {
  /** Everybody on the list, who left too. */
  readonly all: readonly Person[]
  readonly groups: readonly Group[]
  readonly groupsMade: boolean
  /** Seats as they were before the last 'mix-groups', so that mixing can be undone. */
  readonly seatsBeforeMix: readonly Seat[] | undefined
}

export interface WithPeople {
  readonly people: PeopleState
}

export type PeopleEvent =
  | { readonly type: 'person-joined'; readonly person: Person }
  /** In a group of its own choice: it takes part as before, or for the first time. */
  | { readonly type: 'screen-joined'; readonly person: Person }
  | { readonly type: 'people-seen'; readonly personIds: readonly PersonId[] }
  /** Off the list for good; their screens never opened. */
  | { readonly type: 'people-removed'; readonly personIds: readonly PersonId[] }
  | { readonly type: 'person-left'; readonly personId: PersonId }
  /** Their device is for somebody else from now on; they stay on the list. */
  | { readonly type: 'device-left'; readonly personId: PersonId }
  | {
      readonly type: 'person-returned'
      readonly personId: PersonId
      readonly groupId: GroupId | undefined
    }
  | {
      readonly type: 'background-changed'
      readonly personId: PersonId
      readonly background: Background
      readonly mixingRole: MixingRole
    }
  | { readonly type: 'scribe-appointed'; readonly personId: PersonId }
  | { readonly type: 'scribe-relieved'; readonly personId: PersonId }
  | { readonly type: 'person-moved'; readonly personId: PersonId; readonly groupId: GroupId }
  | { readonly type: 'groups-mixed'; readonly seats: readonly Seat[] }
  | { readonly type: 'mix-undone' }
  | { readonly type: 'group-renamed'; readonly groupId: GroupId; readonly name: string }

/** By the list of people that they are of; undefined for a list that was asked once. */
const byId = new WeakMap<readonly Person[], ReadonlyMap<PersonId, Person> | undefined>()

/** Looks a person up; undefined when nobody has that id. Who asks more than once goes past nobody. */
export function personOf({ people: { all } }: WithPeople, personId: PersonId): Person | undefined {
  if (!byId.has(all)) {
    byId.set(all, undefined)
    return all.find((person) => person.id === personId)
  }
  const known = byId.get(all) ?? new Map(all.map((person) => [person.id, person]))
  byId.set(all, known)
  return known.get(personId)
}

/** Whether somebody writes for another person: one of their group who has no phone, while both are here. */
export function writesFor(session: WithPeople, scribeId: PersonId, personId: PersonId): boolean {
  const [scribe, person] = [personOf(session, scribeId), personOf(session, personId)]
  if (scribe?.isScribe !== true || person === undefined || person.hasPhone) return false
  if (scribe.hasLeft || person.hasLeft) return false
  return scribe.groupId !== undefined && scribe.groupId === person.groupId
}

/** Whether it is a person who takes part now, and no screen. */
export function isHere({ hasLeft, isScreen }: Pick<Person, 'hasLeft' | 'isScreen'>): boolean {
  return !hasLeft && isScreen !== true
}
