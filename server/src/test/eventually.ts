import { vi } from 'vitest'

/**
 * Waits until something holds that no test can hurry: a message on its way, a file being written.
 * The patience is for machines that do something else as well, and no verdict on speed.
 */
export function eventually<Value>(check: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(check, { timeout: 60_000, interval: 10 })
}
