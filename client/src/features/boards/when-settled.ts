/** Enough for React to show what it was told, in milliseconds. */
const settleMs = 120

/**
 * A board says that it is on screen just before its handle works; whoever wants to use the handle
 * at that moment waits this long.
 */
export function whenSettled(then: () => void): void {
  setTimeout(then, settleMs)
}
