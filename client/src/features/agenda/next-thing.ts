import type { ClientCommand, SessionView } from '@stip/api'
import { worksInGroups } from '@stip/workshop'

/** The one thing a facilitator does next; only this is a primary button. */
export type NextThing = 'make-groups' | 'merge' | 'go-on' | 'end' | 'nothing'

/** Decides what comes next in an evening; it proposes, people decide. */
export function nextThing(view: SessionView): NextThing {
  if (view.endedAt !== undefined) return 'nothing'
  const current = view.steps[view.position]
  const next = view.steps[view.position + 1]
  const isAboutGroups = current?.kind === 'assign' || isInGroups(current) || isInGroups(next)
  const hasStarted = view.position >= 0
  if (hasStarted && !view.groupsMade && view.peopleCount > 0 && isAboutGroups) {
    return 'make-groups'
  }
  if (current?.kind === 'merge' && view.merge.count === 0) return 'merge'
  return next === undefined ? 'end' : 'go-on'
}

/**
 * The command behind the next thing.
 *
 * @param position - Where the session is.
 */
export function commandOf(next: NextThing, position: number): ClientCommand | undefined {
  switch (next) {
    case 'make-groups':
      return { type: 'mix-groups' }
    case 'merge':
      return { type: 'merge' }
    case 'go-on':
      return { type: 'go-to-step', position: position + 1 }
    case 'end':
      return { type: 'end-session' }
    default:
      return undefined
  }
}

function isInGroups(step: SessionView['steps'][number] | undefined): boolean {
  return step !== undefined && worksInGroups(step)
}
