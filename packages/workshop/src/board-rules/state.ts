import type { WithCourse } from '../course/state.ts'

/** How long what somebody was drawing may still come in, in ms: nobody is cut off in a stroke. */
const GRACE_MS = 5_000

/** What the facilitator chose for all boards of a session. */
export interface BoardRulesState {
  /** Names at cursors also where the step is anonymous. */
  readonly showsNames: boolean
  readonly imagesAllowed: boolean
  /** Since when participants are asked for notes and nothing else, in milliseconds since 1970; undefined: every tool. */
  readonly notesOnlySince: number | undefined
  /** The boards of groups stand still: who takes part reads them. Absent in what an earlier Stip stored. */
  readonly groupsFrozen?: boolean | undefined
}

export interface WithBoardRules {
  readonly boardRules: BoardRulesState
}

export type BoardRulesEvent =
  | { readonly type: 'names-shown'; readonly on: boolean }
  | { readonly type: 'images-allowed'; readonly on: boolean }
  | { readonly type: 'only-notes-asked'; readonly since: number }
  | { readonly type: 'every-tool-given' }
  | { readonly type: 'groups-frozen'; readonly on: boolean }

type Rules = WithBoardRules & WithCourse

/**
 * Whether people may put photos on the boards of a session now. Off until a facilitator allows it:
 * a photo can show people and names.
 */
export function allowsImages({ boardRules, course }: Rules): boolean {
  return boardRules.imagesAllowed && course.endedAt === undefined
}

/** Whether nobody who takes part writes on the boards of groups now, as when they are merged and discussed. */
export function freezesGroups({ boardRules, course }: Rules): boolean {
  return boardRules.groupsFrozen === true && course.endedAt === undefined
}

/** Whether the facilitator asks participants for notes and nothing else: no drawing, text, arrows or photos. */
export function asksOnlyNotes({ boardRules, course }: Rules): boolean {
  return boardRules.notesOnlySince !== undefined && course.endedAt === undefined
}

/**
 * Whether a board takes only notes of participants now. A clock that was set back since does not
 * put that off.
 *
 * @param now - Milliseconds since 1970.
 */
export function takesOnlyNotes(session: Rules, now: number): boolean {
  const since = session.boardRules.notesOnlySince ?? now
  return asksOnlyNotes(session) && Math.abs(now - since) > GRACE_MS
}
