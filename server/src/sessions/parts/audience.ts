import type { PersonId } from '@stip/primitives'
import type { Actor, Person, Session } from '@stip/workshop'

const byId = new WeakMap<Session['people'], ReadonlyMap<PersonId, Person>>()

/** Somebody who takes part, or did; found without going past everybody. */
export function personIn({ people }: Session, personId: PersonId): Person | undefined {
  let known = byId.get(people)
  if (known === undefined) {
    known = new Map(people.all.map((person) => [person.id, person]))
    byId.set(people, known)
  }
  return known.get(personId)
}

/**
 * With whom somebody shares everything but what is their own: the role, and for a participant the
 * group that they sit in. What the rules of boards and places say may depend on nothing else of a
 * person; a test goes past all of it.
 */
export function audienceOf(session: Session, actor: Actor): string {
  if (actor.role !== 'participant') return actor.role
  const person = personIn(session, actor.personId)
  return person === undefined || person.hasLeft ? 'gone' : `group-${person.groupId ?? 'none'}`
}
