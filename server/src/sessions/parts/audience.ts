import { personOf } from '@stip/workshop'
import type { Actor, Session } from '@stip/workshop'

/**
 * With whom somebody shares everything but what is their own: the role, and for a participant the
 * group that they sit in. What the rules of boards and places say may depend on nothing else of a
 * person; a test goes past all of it.
 */
export function audienceOf(session: Session, actor: Actor): string {
  if (actor.role !== 'participant') return actor.role
  const person = personOf(session, actor.personId)
  return person === undefined || person.hasLeft ? 'gone' : `group-${person.groupId ?? 'none'}`
}
