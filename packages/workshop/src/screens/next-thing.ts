import type { Step } from '../steps/agenda.ts'
import { worksInGroups } from '../steps/areas.ts'

/** The one thing a facilitator does next; only this is a primary button. */
export type NextThing = 'question' | 'make-groups' | 'merge' | 'go-on' | 'end' | 'nothing'

/** What a console is told of a session, as far as it matters for what comes next. */
export interface LedSession {
  readonly position: number
  readonly steps: readonly (Pick<Step, 'setting'> & { readonly kind: string })[]
  readonly groupsMade: boolean
  readonly peopleCount: number
  readonly merge: { readonly count: number }
  readonly endedAt?: number | undefined
  /** What the room is asked. */
  readonly question?: { readonly isOpen: boolean } | undefined
}

/** Decides what comes next in an evening; it proposes, people decide. */
export function nextThing(session: LedSession): NextThing {
  if (session.endedAt !== undefined) return 'nothing'
  // Its own button stands with what is asked.
  if (session.question?.isOpen === true) return 'question'
  const current = session.steps[session.position]
  const next = session.steps[session.position + 1]
  const isAboutGroups = current?.kind === 'assign' || isInGroups(current) || isInGroups(next)
  const hasStarted = session.position >= 0
  if (hasStarted && !session.groupsMade && session.peopleCount > 0 && isAboutGroups) {
    return 'make-groups'
  }
  if (current?.kind === 'merge' && session.merge.count === 0) return 'merge'
  return next === undefined ? 'end' : 'go-on'
}

function isInGroups(step: Pick<Step, 'setting'> | undefined): boolean {
  return step !== undefined && worksInGroups(step)
}
