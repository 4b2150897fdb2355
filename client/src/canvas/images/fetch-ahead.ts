import { again } from '../../live/requests/again.ts'
import { limitedFetch } from '../../live/requests/limited-fetch.ts'

/** How long one picture may take, in milliseconds. */
const LIMIT_MS = 30_000
/** A browser has six lines to one server; what a person does goes before pictures. */
const AT_A_TIME = 3

/**
 * Fetches pictures of boards before they are shown. A browser waits for a picture for as long as
 * the server is silent, on a line that others need, and never asks again; this does, and then the
 * picture comes out of the browser's own store, where the server has it kept for a year.
 */
export class PicturesAhead {
  readonly #coming = new Map<string, Promise<void>>()
  readonly #waiting: (() => void)[] = []
  #free = AT_A_TIME

  /** Resolves when the picture is here, or was asked for often enough. Never rejects. */
  bring(address: string): Promise<void> {
    const known = this.#coming.get(address)
    if (known !== undefined) return known
    const coming = this.#inTurn(address)
    this.#coming.set(address, coming)
    return coming
  }

  async #inTurn(address: string): Promise<void> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>((turn) => void this.#waiting.push(turn))
    try {
      const isHere = await again(
        () => comes(address),
        (outcome) => !outcome,
      )
      // Who shows it once more may have more luck.
      if (!isHere) this.#coming.delete(address)
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#free += 1
      else next()
    }
  }
}

/** False when the server was not reached; a refusal does not change by asking. */
async function comes(address: string): Promise<boolean> {
  try {
    await limitedFetch(address, { limitMs: LIMIT_MS }, (answer) => answer.blob())
    return true
  } catch {
    return false
  }
}
