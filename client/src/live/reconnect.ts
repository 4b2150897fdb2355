import type { Random } from '@stip/primitives'

/** How often a screen asks when WebSockets do not work. */
export const pollEveryMs = 2000

/** A socket that says nothing for this long after opening is taken for blocked, in milliseconds. */
export const firstWordMs = 6000

/** After this long without an answer a screen says that it waits, in milliseconds. */
export const sayAfterMs = 2000

/** The server speaks every 15 s; a socket that is silent for this long is taken for dead. */
export const silenceMs = 40_000

/** After this many failures in a row a screen asks by plain HTTP between its tries. */
export const socketTriesBeforePolling = 2

/**
 * How long to wait before the next try. Sixty screens that lose the same wifi must not all come
 * back in the same moment, so half of the wait is chance.
 *
 * @param failures - Tries that failed in a row, from 1.
 */
export function reconnectDelayMs(failures: number, random: Random): number {
  const longest = Math.min(5000, 500 * 2 ** (failures - 1))
  return longest / 2 + (random() * longest) / 2
}

/** Whether a close code says that trying again as we are is of no use. */
export function isFinalClose(code: number): boolean {
  return code >= 4400 && code <= 4499
}
