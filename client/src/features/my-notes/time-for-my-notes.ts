import type { SessionView } from '@stip/api'

/** Whether notes went to the vision already, or do so in this step: before that they all lie where they were written. */
export function isTimeForMyNotes({
  steps,
  position,
  merge,
  endedAt,
}: Pick<SessionView, 'steps' | 'position' | 'merge' | 'endedAt'>): boolean {
  if (merge.count > 0 || endedAt !== undefined) return true
  return steps.slice(0, position + 1).some(({ kind }) => kind === 'merge')
}
