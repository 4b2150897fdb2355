import { setFlagsFromString } from 'node:v8'

/**
 * Gives what lives shortly more room before it is looked through, and lets one thread do that.
 *
 * A server of boards makes many small things that are gone a moment later. With the room that
 * Node gives by itself it is looked through many times a second, by four threads that mostly wait
 * for each other: together a third of all the work. Costs up to 100 MB of memory.
 */
export function makeRoomForShortLives(): void {
  setFlagsFromString('--max-semi-space-size=32')
  setFlagsFromString('--min-semi-space-size=16')
  setFlagsFromString('--no-parallel-scavenge')
}

/**
 * What a thread beside that of the boards has for what lives shortly, in MB. Without a bound of its
 * own each takes what {@link makeRoomForShortLives} gives: 96 MB, for work that nobody waits for.
 */
export const threadLimits = { maxYoungGenerationSizeMb: 12 } as const
