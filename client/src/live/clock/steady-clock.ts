/**
 * Milliseconds since 1970 by a clock that only goes forward while the page is there, whatever
 * becomes of the clock of the device: a phone that is set right in the middle of a step moves no
 * countdown. For what lasts; the time of day is `Date.now()`.
 */
export function steadyNow(): number {
  return performance.timeOrigin + performance.now()
}
