import type { Session } from '../session/session.ts'

/** How long what somebody was drawing may still come in, in ms: nobody is cut off in a stroke. */
const GRACE_MS = 5_000

/** Whether the facilitator asks participants for notes and nothing else: no drawing, text, arrows or photos. */
export function asksOnlyNotes({ notesOnlySince, endedAt }: Session): boolean {
  return notesOnlySince !== undefined && endedAt === undefined
}

/**
 * Whether a board takes only notes of participants now. A clock that was set back since does not
 * put that off.
 *
 * @param now - Milliseconds since 1970.
 */
export function takesOnlyNotes(session: Session, now: number): boolean {
  return asksOnlyNotes(session) && Math.abs(now - (session.notesOnlySince ?? now)) > GRACE_MS
}

/** The session with only notes asked for from now on, or with every tool again. */
export function withNotesOnly(session: Session, on: boolean, now: number): Session {
  return asksOnlyNotes(session) === on
    ? session
    : { ...session, notesOnlySince: on ? now : undefined }
}
