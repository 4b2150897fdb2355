import { ok, refuse } from '@stip/primitives'
import type { PersonId } from '@stip/primitives'
import type { Ability } from '../ability/ability.ts'
import { Id } from '../ability/bodies.ts'
import { showsPresence } from '../access/access.ts'
import type { ServerClockSet } from '../clock/state.ts'
import type { SessionEnded } from '../course/state.ts'
import { personOf, writesFor } from '../people/state.ts'
import type { PeopleEvent, Person } from '../people/state.ts'
import { HandNumber } from './hands.schema.ts'
import type { HandsEvent, HandsState, RaisedHand } from './state.ts'
import { handOf, handsParts } from './view.ts'
import type { HandsNeighbours, HandsParts } from './view.ts'

export type HandsCommand =
  | { readonly type: 'raise-hand' }
  | { readonly type: 'lower-own-hand' }
  /** A scribe, for somebody who has no phone to press on. */
  | { readonly type: 'raise-hand-for'; readonly personId: PersonId }
  | { readonly type: 'lower-hand-for'; readonly personId: PersonId }
  /** Who leads heard somebody. */
  | { readonly type: 'lower-hand'; readonly hand: number }
  /** Up to the last one on the screen of who presses: who raises a hand just now is heard too. */
  | { readonly type: 'lower-hands'; readonly upTo: number }

type Gone = Extract<PeopleEvent, { type: 'person-left' | 'people-removed' | 'device-left' }>

/** Hand op: who wants to say something, in the order in which they asked. */
export const hands: Ability<{
  name: 'hands'
  beginning: object
  state: HandsState
  command: HandsCommand
  internal: never
  event: HandsEvent
  hears: Gone | ServerClockSet | SessionEnded
  neighbours: HandsNeighbours
  parts: HandsParts
}> = {
  name: 'hands',
  upgrades: [],
  begin: () => ({ raised: [], count: 0 }),

  commands: {
    'raise-hand': {
      body: {},
      givenBy: ['participant'],
      // What somebody wanted to say then is seldom what they want to say now.
      staleAfter: ['went-to-step'],
      decide: (state, _command, { now, personId }, session) => {
        const person = personId === undefined ? undefined : personOf(session, personId)
        if (person === undefined || person.hasLeft) return refuse('no-such-person')
        return ok(raisedOf(state, person, now, session))
      },
    },

    'raise-hand-for': {
      body: { personId: Id },
      givenBy: ['scribe'],
      staleAfter: ['went-to-step'],
      decide: (state, command, { now, personId: scribeId }, session) => {
        const person = personOf(session, command.personId)
        const isTheirs = scribeId !== undefined && writesFor(session, scribeId, command.personId)
        if (person === undefined || !isTheirs) return refuse('no-such-person')
        return ok(raisedOf(state, person, now, session))
      },
    },

    'lower-hand-for': {
      body: { personId: Id },
      givenBy: ['scribe'],
      decide: (state, { personId }, { personId: scribeId }, session) => {
        const isTheirs = scribeId !== undefined && writesFor(session, scribeId, personId)
        return isTheirs ? ok(loweredOf(state, personId)) : refuse('no-such-person')
      },
    },

    'lower-own-hand': {
      body: {},
      givenBy: ['participant'],
      decide: (state, _command, { personId }) => ok(loweredOf(state, personId)),
    },

    'lower-hand': {
      body: { hand: HandNumber },
      givenBy: ['facilitator'],
      decide: ({ raised }, { hand }) => {
        const isUp = raised.some(({ number }) => number === hand)
        return ok(isUp ? [{ type: 'hand-lowered', number: hand }] : [])
      },
    },

    'lower-hands': {
      body: { upTo: HandNumber },
      givenBy: ['facilitator'],
      decide: ({ raised }, { upTo }) => {
        const areUp = raised.some(({ number }) => number <= upTo)
        return ok(areUp ? [{ type: 'hands-lowered', upTo }] : [])
      },
    },
  },

  parts: handsParts,

  told: {
    'hand-raised': ({ hand: { number, personId, isNamed } }) => ({
      id: String(number),
      ...(isNamed && { personId }),
    }),
    'hand-lowered': ({ number }) => ({ id: String(number) }),
    'hands-lowered': () => ({}),
  },
  evolve: {
    'hand-raised': ({ raised }, { hand }) => ({ raised: [...raised, hand], count: hand.number }),
    'hand-lowered': (state, { number }) => without(state, (hand) => hand.number === number),
    'hands-lowered': (state, { upTo }) => without(state, (hand) => hand.number <= upTo),
    'person-left': (state, { personId }) => without(state, (hand) => hand.personId === personId),
    'device-left': (state, { personId }) => without(state, (hand) => hand.personId === personId),
    'people-removed': (state, { personIds }) => {
      const gone = new Set(personIds)
      return without(state, (hand) => gone.has(hand.personId))
    },
    // Nobody could lower them any more.
    'session-ended': (state) => without(state, () => true),
    'server-clock-set': (state, { ms }) =>
      state.raised.length === 0
        ? state
        : { ...state, raised: state.raised.map((hand) => ({ ...hand, since: hand.since + ms })) },
  },
}

/** A hand goes up behind those that are, once. */
function raisedOf(
  { raised, count }: HandsState,
  person: Person,
  since: number,
  session: HandsNeighbours,
): readonly HandsEvent[] {
  if (handOf(raised, person.id) !== undefined) return []
  const isNamed = showsPresence(session) && person.isScreen !== true
  const { id: personId, groupId } = person
  const hand = { number: count + 1, personId, since, isNamed, groupId }
  return [{ type: 'hand-raised', hand }]
}

function loweredOf({ raised }: HandsState, personId: PersonId | undefined): readonly HandsEvent[] {
  const hand = handOf(raised, personId)
  return hand === undefined ? [] : [{ type: 'hand-lowered', number: hand.number }]
}

function without(state: HandsState, isLowered: (hand: RaisedHand) => boolean): HandsState {
  const raised = state.raised.filter((hand) => !isLowered(hand))
  return raised.length === state.raised.length ? state : { ...state, raised }
}
