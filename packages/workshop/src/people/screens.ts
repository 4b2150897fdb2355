import { ok, refuse } from '@stip/primitives'
import type { GroupId, PersonId, Result } from '@stip/primitives'
import { limits } from '../ability/limits.ts'
import { personOf } from './people.ts'
import type { Person, Session } from '../session/session.ts'

/** Why a screen could not come in. */
type ScreenRefusal = 'session-is-over' | 'session-is-full' | 'no-such-group' | 'screen-takes-part'

/**
 * Takes in a screen on which a group draws together (groepsscherm), or gives one that is in to
 * another group. It writes on the board of its group as a participant does, and is nobody: not
 * counted, not mixed, without a role. A device on which a person takes part is no screen.
 */
export function joinAsScreen(
  session: Session,
  { personId, groupId }: { readonly personId: PersonId; readonly groupId: GroupId },
): Result<Session, ScreenRefusal> {
  if (session.endedAt !== undefined) return refuse('session-is-over')
  if (!session.groups.some(({ id }) => id === groupId)) return refuse('no-such-group')
  const known = personOf(session, personId)
  if (known !== undefined && known.isScreen !== true) return refuse('screen-takes-part')
  if (known === undefined && isFull(session)) return refuse('session-is-full')
  const screen: Person = {
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
  const others = session.people.filter(({ id }) => id !== personId)
  return ok({ ...session, people: [...others, screen], revision: session.revision + 1 })
}

function isFull({ people }: Session): boolean {
  const screens = people.filter(({ isScreen, hasLeft }) => isScreen === true && !hasLeft)
  return people.length >= limits.peopleEver || screens.length >= limits.screens
}
