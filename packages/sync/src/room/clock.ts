/** Time for a room, so that tests decide how fast it goes. */
export interface Clock {
  /** Milliseconds since whenever; only differences count. */
  now(): number
  /** Calls `action` once, `ms` milliseconds from now, unless the returned function is called first. */
  after(ms: number, action: () => void): () => void
}

/** The time of this machine. 0 ms means: as soon as what the network already delivered is read. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, action) {
    if (ms <= 0) {
      const soon = setImmediate(action)
      return () => clearImmediate(soon)
    }
    const later = setTimeout(action, ms)
    // A room that only waits must not keep a stopping server alive.
    later.unref()
    return () => clearTimeout(later)
  },
}
