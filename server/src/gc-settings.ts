import { setFlagsFromString } from 'node:v8'

/**
 * Lets one thread look through what lives shortly. A server of boards makes many small things that
 * are gone a moment later, and the four threads that Node uses for that mostly wait for each other:
 * together a third of all the work.
 *
 * How large the room for such things is cannot be set here: V8 has decided that for this thread by
 * now, and would let those flags go before the bounds of the others ({@link threadLimits}).
 */
export function collectInOneThread(): void {
  setFlagsFromString('--no-parallel-scavenge')
}

/**
 * What a thread beside that of the boards has for what lives shortly, in MB. Without a bound of its
 * own each takes up to 134 MB, for work that nobody waits for.
 */
export const threadLimits = { maxYoungGenerationSizeMb: 12 } as const
