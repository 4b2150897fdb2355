import * as tldraw from 'tldraw'

/** Exported by tldraw for tests, and left out of its types. */
const { mockUniqueId, restoreUniqueId } = tldraw as unknown as {
  readonly mockUniqueId: (next: () => string) => void
  readonly restoreUniqueId: () => void
}

/**
 * Lets tldraw count its ids, until the returned function is called. Ids decide who goes first when
 * two things stand in one place, so only with fixed ones a run repeats.
 */
export function fixIds(): () => void {
  let made = 0
  mockUniqueId(() => `fuzz-${made++}`)
  return restoreUniqueId
}
