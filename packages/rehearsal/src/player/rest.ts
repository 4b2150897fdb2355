/** Waits that end at once when the play is stopped. */
export class Rest {
  readonly signal: AbortSignal

  constructor(signal: AbortSignal) {
    this.signal = signal
  }

  /** @throws The reason of the signal, when it is stopped. */
  forMs(ms: number): Promise<void> {
    this.signal.throwIfAborted()
    if (ms <= 0) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const onStop = (): void => {
        clearTimeout(timer)
        reject(this.signal.reason as Error)
      }
      const timer = setTimeout(() => {
        this.signal.removeEventListener('abort', onStop)
        resolve()
      }, ms)
      this.signal.addEventListener('abort', onStop, { once: true })
    })
  }

  /**
   * Waits until something holds.
   *
   * @param subscribe - Calls back when it may have come to hold; returns how to end that.
   * @throws {Error} With `complaint`, when it takes too long.
   */
  async until(
    holds: () => boolean,
    subscribe: (look: () => void) => () => void,
    complaint: string,
  ): Promise<void> {
    this.signal.throwIfAborted()
    if (holds()) return
    await new Promise<void>((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer)
        unsubscribe()
        this.signal.removeEventListener('abort', onStop)
        settle()
      }
      const onStop = (): void => end(() => reject(this.signal.reason as Error))
      const timer = setTimeout(() => end(() => reject(new Error(complaint))), PATIENCE_MS)
      const unsubscribe = subscribe(() => {
        if (holds()) end(resolve)
      })
      this.signal.addEventListener('abort', onStop, { once: true })
      // It may have come to hold just before.
      if (holds()) end(resolve)
    })
  }
}

/** Far longer than anything here takes. */
const PATIENCE_MS = 60_000
