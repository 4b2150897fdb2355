import type { PersonId } from '@stip/primitives'
import { isHere, personOf } from '../people/state.ts'
import type { Person, WithPeople } from '../people/state.ts'
import { itemsFor } from './ballot.ts'
import type { AskedQuestion } from './state.ts'

/** Who may answer: whoever takes part and is here, with phone or without, and is nobody's screen. */
export function voterOf(session: WithPeople, personId: PersonId): Person | undefined {
  const person = personOf(session, personId)
  return person !== undefined && isHere(person) ? person : undefined
}

/** How many people are asked: those in the room whom the question is about something for. */
export function askedCount({ people }: WithPeople, question: Pick<AskedQuestion, 'items'>): number {
  return people.all.filter(
    (person) =>
      isHere(person) && person.isUnseen !== true && itemsFor(question, person.groupId).length > 0,
  ).length
}
