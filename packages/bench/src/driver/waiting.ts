import { setTimeout as wait } from 'node:timers/promises'

/** Lets time pass, in milliseconds. */
export function pause(ms: number): Promise<void> {
  return wait(ms)
}

/** Gives what is promised, or throws when it takes longer than `ms`. */
export async function within<Value>(
  ms: number,
  promised: Promise<Value>,
  whyNot: () => string,
): Promise<Value> {
  const stop = new AbortController()
  const late = wait(ms, undefined, { signal: stop.signal }).then(() => {
    throw new Error(whyNot())
  })
  // Aborted when what was promised came in time.
  late.catch(() => undefined)
  try {
    return await Promise.race([promised, late])
  } finally {
    stop.abort()
  }
}

/** Looks now and then until it is so; false when that takes longer than `ms`. */
export async function until(ms: number, isSo: () => boolean): Promise<boolean> {
  const deadline = performance.now() + ms
  while (!isSo()) {
    if (performance.now() > deadline) return false
    await pause(20)
  }
  return true
}
