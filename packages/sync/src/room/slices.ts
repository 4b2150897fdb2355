import type { Clock } from './clock.ts'
import { roomLimits } from './limits.ts'
import type { Pause } from './members/turns.ts'

/** Tells whether the slice of time that begins now is still going on. */
export function sliceOf(clock: Clock): () => boolean {
  const end = clock.now() + roomLimits.sliceMs
  return () => clock.now() < end
}

/** Runs steps for a slice of time after the other. */
export async function inSlices<Outcome>(
  steps: Generator<void, Outcome>,
  clock: Clock,
  pause: Pause,
): Promise<Outcome> {
  let hasTime = sliceOf(clock)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value
    if (hasTime()) continue
    // One step after the other is what this is about.
    // oxlint-disable-next-line no-await-in-loop
    await pause()
    hasTime = sliceOf(clock)
  }
}
