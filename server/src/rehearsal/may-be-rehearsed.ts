import { REHEARSED_FORMAT } from '@stip/rehearsal/child-messages'
import type { Session } from '@stip/workshop'

/** Whether nobody is in a session and nothing of it was begun. */
export function isUntouched({ steps, people, course }: Session): boolean {
  const isBegun = steps.position >= 0 || steps.openedSteps.length > 0
  return !isBegun && people.all.length === 0 && course.endedAt === undefined
}

/** Whether there is an invented evening for the format of a session. */
export function hasRehearsal({ steps }: Session): boolean {
  return steps.agenda.slug === REHEARSED_FORMAT
}

/** Whether the invented evening could be played into a session. */
export function mayBeRehearsed(session: Session): boolean {
  return isUntouched(session) && hasRehearsal(session)
}
