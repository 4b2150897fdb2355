import { ok, refuse } from '@stip/primitives'
import type { GroupId, PersonId } from '@stip/primitives'
import { z } from 'zod'
import type { CommandRule, SentRule } from '../ability/ability.ts'
import { Id, TypedText } from '../ability/bodies.ts'
import { limits } from '../ability/limits.ts'
import { requiredText } from '../ability/text.ts'
import type { Background } from '../steps/agenda.ts'
import { Backgrounds } from '../steps/backgrounds.ts'
import { mixingRoleOf } from './coming-in.ts'
import { mixGroups } from './groups.ts'
import { isHere, personOf } from './state.ts'
import type { PeopleTypes } from './types.ts'

export type SeatingCommand =
  /** Somebody let another person take part on their device. */
  | { readonly type: 'note-device-left'; readonly personId: PersonId }
  | { readonly type: 'mix-groups' }
  | { readonly type: 'undo-mix' }
  | { readonly type: 'move-person'; readonly personId: PersonId; readonly groupId: GroupId }
  /** Somebody who chose the wrong role, or whose role was not asked. Their group stays. */
  | {
      readonly type: 'change-background'
      readonly personId: PersonId
      readonly background: Background
    }
  /** Somebody with a phone who writes for those of the group who have none (schrijver), or no more. */
  | { readonly type: 'appoint-scribe'; readonly personId: PersonId; readonly on: boolean }
  | { readonly type: 'remove-person'; readonly personId: PersonId }
  /** Everybody whose screen never opened goes off the list. */
  | { readonly type: 'remove-unseen-people' }
  | { readonly type: 'rename-group'; readonly groupId: GroupId; readonly name: string }
  /** Screens opened; from now on the place of who has them is theirs. */
  | { readonly type: 'note-seen'; readonly personIds: readonly PersonId[] }

type Of<Type> = Extract<SeatingCommand, { readonly type: Type }>
type Rules = {
  readonly [Type in SeatingCommand['type']]: Type extends PeopleTypes['internal']
    ? CommandRule<PeopleTypes, Of<Type>>
    : SentRule<PeopleTypes, Of<Type>>
}

/** Two facilitators who press at once must not deal twice. */
const staleAfter = ['groups-mixed', 'mix-undone']

/** Who sits where, and who is on the list. */
export const seating: Rules = {
  'mix-groups': {
    body: {},
    givenBy: ['facilitator'],
    staleAfter,
    decide: ({ all, groups }, _command, { random }) => {
      const present = all.filter(isHere)
      if (present.length === 0) return refuse('nobody-to-mix')
      const groupIds = groups.map((group) => group.id)
      return ok([{ type: 'groups-mixed', seats: mixGroups(present, groupIds, random) }])
    },
  },

  'undo-mix': {
    body: {},
    givenBy: ['facilitator'],
    staleAfter,
    decide: ({ seatsBeforeMix }) =>
      seatsBeforeMix === undefined ? refuse('nothing-to-undo') : ok([{ type: 'mix-undone' }]),
  },

  'move-person': {
    body: { personId: Id, groupId: Id },
    givenBy: ['facilitator'],
    decide: (people, { personId, groupId }) => {
      const person = personOf({ people }, personId)
      if (person === undefined) return refuse('no-such-person')
      if (!people.groups.some((group) => group.id === groupId)) return refuse('no-such-group')
      const sitsThere = person.groupId === groupId
      return ok(sitsThere ? [] : [{ type: 'person-moved', personId, groupId }])
    },
  },

  'change-background': {
    body: { personId: Id, background: Backgrounds },
    givenBy: ['facilitator'],
    decide: (people, { personId, background }, _circumstances, neighbours) => {
      const person = personOf({ people }, personId)
      if (person === undefined || person.isScreen === true) return refuse('no-such-person')
      if (person.background === background) return ok([])
      const mixingRole = mixingRoleOf(neighbours, background)
      return ok([{ type: 'background-changed', personId, background, mixingRole }])
    },
  },

  'appoint-scribe': {
    body: { personId: Id, on: z.boolean() },
    givenBy: ['facilitator'],
    decide: (people, { personId, on }) => {
      const person = personOf({ people }, personId)
      if (person === undefined || !isHere(person) || !person.hasPhone)
        return refuse('no-such-person')
      if ((person.isScribe === true) === on) return ok([])
      return ok([{ type: on ? 'scribe-appointed' : 'scribe-relieved', personId }])
    },
  },

  'remove-person': {
    body: { personId: Id },
    givenBy: ['facilitator'],
    decide: (people, { personId }) => {
      const person = personOf({ people }, personId)
      if (person === undefined) return refuse('no-such-person')
      return ok(person.hasLeft ? [] : [{ type: 'person-left', personId }])
    },
  },

  'remove-unseen-people': {
    body: {},
    givenBy: ['facilitator'],
    decide: ({ all }) => {
      const personIds = all.filter(({ isUnseen }) => isUnseen === true).map(({ id }) => id)
      return ok(personIds.length === 0 ? [] : [{ type: 'people-removed', personIds }])
    },
  },

  'rename-group': {
    body: { groupId: Id, name: TypedText },
    givenBy: ['facilitator'],
    decide: ({ groups }, { groupId, name: text }) => {
      const group = groups.find(({ id }) => id === groupId)
      if (group === undefined) return refuse('no-such-group')
      const name = requiredText(text, limits.groupNameLength)
      if (!name.ok) return name
      const isSame = group.name === name.value
      return ok(isSame ? [] : [{ type: 'group-renamed', groupId, name: name.value }])
    },
  },

  'note-seen': {
    givenBy: ['server'],
    afterEnd: true,
    decide: (people, command) => {
      const news = command.personIds.filter((id) => personOf({ people }, id)?.isUnseen === true)
      return ok(news.length === 0 ? [] : [{ type: 'people-seen', personIds: news }])
    },
  },
  'note-device-left': {
    givenBy: ['server'],
    afterEnd: true,
    decide: (people, { personId }) => {
      const isKnown = personOf({ people }, personId) !== undefined
      return ok(isKnown ? [{ type: 'device-left', personId }] : [])
    },
  },
}
