import type { PersonId } from '@stip/primitives'
import { z } from 'zod'
import { Id } from '../ability/bodies.ts'
import type { PartRule } from '../ability/parts.ts'
import { showsPresence } from '../access/access.ts'
import type { WithBoardRules } from '../board-rules/state.ts'
import { isHere, personOf, writesFor } from '../people/state.ts'
import type { WithPeople } from '../people/state.ts'
import type { WithSteps } from '../steps/state.ts'
import { HandView } from './hands.schema.ts'
import type { HandsState, RaisedHand } from './state.ts'

export type HandsNeighbours = WithBoardRules & WithPeople & WithSteps

/** What screens are told of hands. */
export interface HandsParts {
  readonly hands: HandView[]
  /** Whether their own is up. */
  readonly ownHand: boolean
  /** Of a scribe: for whom of those without a phone a hand is up. */
  readonly handsFor: PersonId[]
}

type Rule<Name extends keyof HandsParts> = PartRule<HandsState, HandsNeighbours, HandsParts[Name]>

const hands: Rule<'hands'> = {
  schema: HandView.array(),
  toldTo: ['facilitator'],
  of: ({ raised }, session) =>
    raised.length === 0 ? undefined : raised.map((hand) => handView(hand, session)),
}

/** Nobody else in the room is told: who is shy is not counted. */
const ownHand: Rule<'ownHand'> = {
  schema: z.boolean(),
  ofPerson: ({ raised }, _session, personId) =>
    handOf(raised, personId) === undefined ? undefined : true,
}

const handsFor: Rule<'handsFor'> = {
  schema: Id.array(),
  ofPerson: ({ raised }, session, scribeId) => {
    const theirs = raised.flatMap(({ personId }) =>
      writesFor(session, scribeId, personId) ? [personId] : [],
    )
    return theirs.length === 0 ? undefined : theirs
  },
}

/** Who is told what of it. */
export const handsParts = { hands, ownHand, handsFor }

/** The hand that somebody has up. */
export function handOf(
  raised: readonly RaisedHand[],
  personId: PersonId | undefined,
): RaisedHand | undefined {
  return raised.find((hand) => hand.personId === personId)
}

function handView(
  { number, since, isNamed, personId, groupId: then }: RaisedHand,
  session: HandsNeighbours,
): HandView {
  const person = personOf(session, personId)
  const isShown = isNamed && showsPresence(session) && person !== undefined && isHere(person)
  const groupId = isShown ? person.groupId : then
  return {
    id: String(number),
    number,
    since,
    ...(isShown && { personId }),
    ...(groupId !== undefined && { groupId }),
  }
}
