import { SessionsDamagedError, SessionUnreadableError } from '../../errors.ts'
import type { Ask } from '../stores/stores.ts'

/** How SQLite says that a file is not what it was (SQLITE_CORRUPT, SQLITE_NOTADB). */
const CORRUPT: ReadonlySet<unknown> = new Set([11, 26])

/** Whether something is not as it was written, or is not for this Stip to read. */
export function isDamage(error: unknown): error is Error {
  if (error instanceof SessionsDamagedError || error instanceof SessionUnreadableError) return true
  return error instanceof Error && 'errcode' in error && CORRUPT.has(Number(error.errcode) & 0xff)
}

/** Passes on what stores ask until damage is found, and refuses everything from then on. */
export class DamageGuard {
  readonly #ask: Ask
  readonly #tell: (error: Error) => void
  #damage: Error | undefined

  /** @param tell - Hears of the first damage. */
  constructor(ask: Ask, tell: (error: Error) => void) {
    this.#ask = ask
    this.#tell = tell
  }

  readonly ask: Ask = async (call) => {
    if (this.#damage !== undefined) throw this.#damage
    try {
      return await this.#ask(call)
    } catch (error) {
      if (isDamage(error)) this.found(error)
      throw error
    }
  }

  found(error: Error): void {
    if (this.#damage !== undefined) return
    this.#damage = error
    this.#tell(error)
  }
}
