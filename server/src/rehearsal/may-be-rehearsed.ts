import { REHEARSED_FORMAT } from '@stip/rehearsal/child-messages'
import type { Session } from '@stip/workshop'

/** Whether nobody is in a session and nothing of it was begun. */
export function isUntouched({ position, openedSteps, people, endedAt }: Session): boolean {
  return position < 0 && openedSteps.length === 0 && people.length === 0 && endedAt === undefined
}

/** Whether there is an invented evening for the format of a session. */
export function hasRehearsal({ agenda }: Session): boolean {
  return agenda.slug === REHEARSED_FORMAT
}

/** Whether the invented evening could be played into a session. */
export function mayBeRehearsed(session: Session): boolean {
  return isUntouched(session) && hasRehearsal(session)
}
