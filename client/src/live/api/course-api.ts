import type { CourseAnswer } from '@stip/api'
import { session } from './api.ts'
import { get } from '../requests/ask.ts'

/** What happened in a session. */
export const courseApi = {
  /** @param before - Only what happened before the event with this number. */
  course: (sessionId: string, before?: number) => {
    const page = before === undefined ? '' : `&before=${before}`
    return get<CourseAnswer>(`${session(sessionId)}/course?as=facilitator${page}`)
  },
}
