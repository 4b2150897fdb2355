import { ok, refuse } from '@stip/primitives'
import type { GroupId, PersonId, Result } from '@stip/primitives'
import type { CommandRule, SentRule } from '../ability/ability.ts'
import { Id, TypedText } from '../ability/bodies.ts'
import { limits } from '../ability/limits.ts'
import { optionalText } from '../ability/text.ts'
import type { Background, MixingRole } from '../steps/agenda.ts'
import { Backgrounds } from '../steps/backgrounds.ts'
import type { WithSteps } from '../steps/state.ts'
import { without, withoutSeat } from './evolve.ts'
import { groupForLateComer } from './groups.ts'
import { isHere, personOf } from './state.ts'
import type { PeopleState, Person } from './state.ts'
import type { PeopleTypes } from './types.ts'

/** Somebody who comes in. */
interface NewPerson {
  readonly personId: PersonId
  /** May be empty. */
  readonly name: string
  readonly background: Background
}

export type ComingInCommand =
  /** Through their own phone. */
  | ({
      readonly type: 'join'
      /** The screen of a group that the same device was until now; it is none any more. */
      readonly screenId?: PersonId | undefined
    } & NewPerson)
  /** Who is on the list already, and is there again. */
  | { readonly type: 'come-back'; readonly personId: PersonId }
  /** A screen on which a group draws together (groepsscherm), or that goes to another group. */
  | { readonly type: 'join-as-screen'; readonly personId: PersonId; readonly groupId: GroupId }
  /** "+ persoon zonder telefoon" */
  | { readonly type: 'add-person'; readonly name: string; readonly background: Background }
  | { readonly type: 'restore-person'; readonly personId: PersonId }

type Of<Type> = Extract<ComingInCommand, { readonly type: Type }>
type Rule<Type extends ComingInCommand['type']> = Type extends PeopleTypes['internal']
  ? CommandRule<PeopleTypes, Of<Type>>
  : SentRule<PeopleTypes, Of<Type>>

/**
 * Once groups are made a newcomer gets a seat at once, and nobody else moves. Who is in already stays
 * as they are.
 */
export const join: Rule<'join'> = {
  givenBy: ['newcomer'],
  decide: (state, command, _circumstances, { steps }) => {
    if (personOf({ people: state }, command.personId) !== undefined) return ok([])
    const gone = whoGivesWay(state)
    const screenId = screenOf(state, command.screenId)
    const room = without(screenId === undefined ? state : withoutSeat(state, screenId), gone)
    const person = newPerson(room, { steps }, command, true)
    if (!person.ok) return person
    return ok([
      ...(gone.length === 0 ? [] : [{ type: 'people-removed', personIds: gone } as const]),
      ...(screenId === undefined ? [] : [{ type: 'person-left', personId: screenId } as const]),
      { type: 'person-joined', person: person.value },
    ])
  },
}

/** A person without a phone: whoever a facilitator adds is standing there. */
export const addPerson: Rule<'add-person'> = {
  body: { name: TypedText, background: Backgrounds },
  givenBy: ['facilitator'],
  decide: (state, { name, background }, { newId }, { steps }) => {
    const person = newPerson(state, { steps }, { personId: newId(), name, background }, false)
    return person.ok ? ok([{ type: 'person-joined', person: person.value }]) : person
  },
}

/** Takes somebody back who left: in their own group, or as a late comer when they had none. */
const takeBack: CommandRule<PeopleTypes, Of<'come-back' | 'restore-person'>>['decide'] = (
  state,
  { personId },
) => {
  const person = personOf({ people: state }, personId)
  if (person === undefined) return refuse('no-such-person')
  if (!person.hasLeft) return ok([])
  if (hereIn(state) >= limits.people) return refuse('session-is-full')
  const groupId = person.groupId ?? seatForOneMore(state, person.mixingRole)
  return ok([{ type: 'person-returned', personId, groupId }])
}

export const comeBack: Rule<'come-back'> = { givenBy: ['participant'], decide: takeBack }

export const restorePerson: Rule<'restore-person'> = {
  body: { personId: Id },
  givenBy: ['facilitator'],
  decide: takeBack,
}

/**
 * A screen writes on the board of its group as a participant does, and is nobody: not counted, not
 * mixed, without a role. A device on which a person takes part is no screen.
 */
export const joinAsScreen: Rule<'join-as-screen'> = {
  givenBy: ['facilitator'],
  decide: (state, { personId, groupId }) => {
    if (!state.groups.some(({ id }) => id === groupId)) return refuse('no-such-group')
    const known = personOf({ people: state }, personId)
    if (known !== undefined && known.isScreen !== true) return refuse('screen-takes-part')
    if (known === undefined && isFullOfScreens(state)) return refuse('session-is-full')
    const person: Person = {
      id: personId,
      // Numbers are for people: the next who comes is not one further for it.
      number: 0,
      name: '',
      background: 'other',
      mixingRole: 'other',
      groupId,
      hasPhone: true,
      hasLeft: false,
      isScreen: true,
    }
    return ok([{ type: 'screen-joined', person }])
  },
}

/** What a background counts as when mixing. */
export function mixingRoleOf({ steps }: WithSteps, background: Background): MixingRole {
  const choice = steps.agenda.backgrounds.find((each) => each.id === background)
  return choice?.mixingRole ?? 'other'
}

function newPerson(
  state: PeopleState,
  neighbours: WithSteps,
  { personId, name, background }: NewPerson,
  hasPhone: boolean,
): Result<Person, 'session-is-full' | 'text-too-long'> {
  if (isFull(state)) return refuse('session-is-full')
  const tidied = optionalText(name, limits.nameLength)
  if (!tidied.ok) return tidied
  const mixingRole = mixingRoleOf(neighbours, background)
  return ok({
    id: personId,
    number: Math.max(0, ...state.all.map((each) => each.number)) + 1,
    name: tidied.value,
    background,
    mixingRole,
    groupId: seatForOneMore(state, mixingRole),
    hasPhone,
    hasLeft: false,
    ...(hasPhone && { isUnseen: true }),
  })
}

/**
 * A script can take seats faster than people can, but opens no screens: when there are too many
 * people whose screen never opened, or no seat is left, the earliest of them give way.
 */
function whoGivesWay(state: PeopleState): readonly PersonId[] {
  const unseen = state.all.filter(({ isUnseen }) => isUnseen === true)
  const surplus = isFull(state) ? 1 : unseen.length + 1 - limits.unseenPeople
  return unseen.slice(0, Math.max(0, surplus)).map(({ id }) => id)
}

function screenOf(people: PeopleState, id: PersonId | undefined): PersonId | undefined {
  const known = id === undefined ? undefined : personOf({ people }, id)
  return known?.isScreen === true ? known.id : undefined
}

function seatForOneMore(state: PeopleState, mixingRole: MixingRole): GroupId | undefined {
  if (!state.groupsMade) return undefined
  const groupIds = state.groups.map((group) => group.id)
  return groupForLateComer(state.all.filter(isHere), groupIds, mixingRole)
}

function isFull(state: PeopleState): boolean {
  return hereIn(state) >= limits.people || state.all.length >= limits.peopleEver
}

function isFullOfScreens({ all }: PeopleState): boolean {
  const screens = all.filter(({ isScreen, hasLeft }) => isScreen === true && !hasLeft)
  return all.length >= limits.peopleEver || screens.length >= limits.screens
}

function hereIn({ all }: PeopleState): number {
  return all.reduce((count, person) => count + (isHere(person) ? 1 : 0), 0)
}
