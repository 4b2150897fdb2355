/** A limit that an answer stayed behind, so that it can be told from a network that refuses. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached'
}

/** How long a question may take, and what calls it off meanwhile. */
export interface LimitOptions {
  readonly limitMs: number
  readonly signal?: AbortSignal
}

/**
 * `fetch` with a limit on everything until `read` has what it wants of the answer: a server that
 * takes a connection and says nothing would be waited for as long as the device is on.
 *
 * @throws {LimitReached} When it took longer. What else it throws, `fetch` does.
 */
export async function limitedFetch<Value>(
  address: string,
  { limitMs, signal, ...rest }: Omit<RequestInit, 'signal'> & LimitOptions,
  read: (response: Response) => Promise<Value>,
): Promise<Value> {
  // AbortSignal.timeout and .any are younger than the tablets of some town halls.
  const stop = new AbortController()
  const limit = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason))
  })
  // It is raced below; when the answer was first, nobody hears of it any more.
  limit.catch(() => undefined)
  const timer = setTimeout(() => stop.abort(new LimitReached(address)), limitMs)
  const giveUp = (): void => stop.abort(signal?.reason)
  signal?.addEventListener('abort', giveUp)
  if (signal?.aborted === true) giveUp()
  try {
    const asked = async (): Promise<Value> =>
      read(await fetch(address, { ...rest, signal: stop.signal }))
    return await Promise.race([asked(), limit])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
  }
}
