import { fromBase64, toBase64 } from 'lib0/buffer'
import { mergeUpdates } from 'yjs'
import type { Facts } from './copy-writes.ts'

const prefix = 'stip:last-words:'

/** What was still on its way to the local copy when a page went. */
export interface UnloadBackup {
  readonly key: string
  readonly update: Uint8Array | undefined
  readonly facts: Facts
}

/** Two tabs may go at the same moment, each with words of its own. */
export function unloadBackupKey(copy: string): string {
  return `${prefix}${copy}:${Math.random().toString(36).slice(2)}`
}

/**
 * Keeps what the browser's database may not finish: it can end with its page. This storage is
 * small and slow, and written before the next line runs.
 */
export function keepUnloadBackup(key: string, updates: readonly Uint8Array[], facts: Facts): void {
  if (updates.length === 0 && Object.keys(facts).length === 0) return
  const update = updates.length === 0 ? undefined : toBase64(mergeUpdates([...updates]))
  try {
    globalThis.localStorage.setItem(key, JSON.stringify({ update, facts }))
  } catch {
    // It is full or switched off: then the database has to do.
  }
}

/** What earlier pages kept for a copy. */
export function recallUnloadBackups(copy: string): readonly UnloadBackup[] {
  return keysOf(copy).flatMap((key) => {
    try {
      const kept = JSON.parse(globalThis.localStorage.getItem(key) ?? 'null') as {
        readonly update?: string
        readonly facts?: Facts
      } | null
      if (kept === null) return []
      const { update, facts = {} } = kept
      return [{ key, update: update === undefined ? undefined : fromBase64(update), facts }]
    } catch {
      // Cut short, or written by somebody else.
      forgetKey(key)
      return []
    }
  })
}

/** Removes them, once they are in the copy, or when the copy goes. */
export function forgetUnloadBackup(copy: string): void {
  for (const key of keysOf(copy)) forgetKey(key)
}

/** Removes those of every copy. */
export function forgetAllUnloadBackups(): void {
  forgetUnloadBackup('')
}

export function forgetKey(key: string): void {
  try {
    globalThis.localStorage.removeItem(key)
  } catch {
    // Storage is switched off: there is nothing in it.
  }
}

function keysOf(copy: string): readonly string[] {
  try {
    const start = copy === '' ? prefix : `${prefix}${copy}:`
    return Object.keys(globalThis.localStorage).filter((key) => key.startsWith(start))
  } catch {
    return []
  }
}
