import type { SessionView } from '@stip/api'

const kinds: ReadonlySet<string> = new Set(['poll', 'share', 'merge', 'close'])

/** Whether the step is one in which the room is asked something. */
export function suggestsToAsk({
  steps,
  position,
}: Pick<SessionView, 'steps' | 'position'>): boolean {
  return kinds.has(steps[position]?.kind ?? '')
}
