import { LogStore } from './log/log-store.ts'
import { openLogToRead, readState } from './log/log-tables.ts'

const MINUTE_MS = 60_000

/**
 * Says that the boards in `folder` are older than what people may have seen: whoever has a copy of
 * an earlier generation takes the boards anew.
 *
 * @param replaced - The folder whose boards they replace.
 * @param now - Milliseconds since 1970. Part of the number, because nobody may remember how often
 *   a backup was put back before.
 */
export function raiseGeneration(folder: string, replaced: string, now: number): number {
  const store = LogStore.open(folder)
  try {
    const known = Math.max(store.generation, generationIn(replaced))
    const generation = Math.max(known + 1, Math.floor(now / MINUTE_MS))
    store.raiseGeneration(generation)
    return generation
  } finally {
    store.close()
  }
}

function generationIn(folder: string): number {
  try {
    const database = openLogToRead(folder)
    if (database === undefined) return 0
    try {
      return readState(database).generation
    } finally {
      database.close()
    }
  } catch {
    // It may be damaged: often that is why a backup is put back.
    return 0
  }
}
