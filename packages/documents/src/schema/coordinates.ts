/** Largest distance from the origin of a board, in px, along each axis. */
export const COORDINATE_LIMIT = 1_000_000

/** Rounds to an eighth of a pixel: finer cannot be seen, and a short number makes a short update. */
export function roundCoordinate(value: number): number {
  return Math.round(value * 8) / 8
}
