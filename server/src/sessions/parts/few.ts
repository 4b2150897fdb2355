/** Screens that follow are at a handful of revisions; who names others is told all the same. */
const MOST = 50

/** Keeps what was made, and of much no more than what was made last. */
export function keepFew<Key, Value>(made: Map<Key, Value>, key: Key, value: Value): void {
  made.set(key, value)
  const [oldest] = made.keys()
  if (made.size > MOST && oldest !== undefined) made.delete(oldest)
}
