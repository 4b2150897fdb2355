import type { ClientCommand, SessionView } from '@stip/api'
import { worksInGroups } from '@stip/workshop'

/** The one thing a facilitator does next; only this is a primary button. */
export type NextThing =
  | { readonly kind: 'make-groups' }
  | { readonly kind: 'merge' }
  | { readonly kind: 'go-to-step'; readonly position: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'nothing' }

/** Decides what comes next in an evening; it proposes, people decide. */
export function nextThing(view: SessionView): NextThing {
  if (view.endedAt !== undefined) return { kind: 'nothing' }
  const current = view.steps[view.position]
  const next = view.steps[view.position + 1]
  const isAboutGroups = current?.kind === 'assign' || isInGroups(current) || isInGroups(next)
  const hasStarted = view.position >= 0
  if (hasStarted && !view.groupsMade && view.peopleCount > 0 && isAboutGroups) {
    return { kind: 'make-groups' }
  }
  if (current?.kind === 'merge' && view.merge.count === 0) return { kind: 'merge' }
  if (next !== undefined) return { kind: 'go-to-step', position: view.position + 1 }
  return { kind: 'end' }
}

/** The command behind the next thing. */
export function commandOf(next: NextThing): ClientCommand | undefined {
  switch (next.kind) {
    case 'make-groups':
      return { type: 'mix-groups' }
    case 'merge':
      return { type: 'merge' }
    case 'go-to-step':
      return { type: 'go-to-step', position: next.position }
    case 'end':
      return { type: 'end-session' }
    default:
      return undefined
  }
}

function isInGroups(step: SessionView['steps'][number] | undefined): boolean {
  return step !== undefined && worksInGroups(step)
}
