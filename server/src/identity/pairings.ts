import { idFromBytes } from '@stip/primitives'

const SECRET_BYTES = 32
/** How long a screen is remembered that no longer asks, and how long its code stays the same. In milliseconds. */
const FORGOTTEN_MS = 60_000
const SAME_CODE_MS = 10 * 60_000
/** Screens that wait for somebody to type their code; more are a script. */
const MOST = 500
/** Codes are of four digits: the first has no zero in front, because nobody types that. */
const [FIRST_CODE, CODES] = [1000, 9000]

/** What a screen was made: the wall of a session, or a screen on which a group draws. */
export type PairedAs<Place> = { readonly kind: 'waiting'; readonly code: string } | Paired<Place>

interface Paired<Place> {
  readonly kind: 'paired'
  readonly place: Place
}

interface Waiting<Place> {
  code: string
  codeSince: number
  seenAt: number
  readonly device: Uint8Array
  place: Place | undefined
}

/**
 * Screens without a keyboard that wait to be told what they are (koppelen): a screen shows four
 * digits, the facilitator types them, and the screen finds out when it asks again. Kept in memory:
 * whoever waits asks every few seconds, and after a restart begins with another code.
 */
export class Pairings<Place> {
  readonly #elapsed: () => number
  readonly #randomBytes: (count: number) => Uint8Array
  readonly #waiting = new Map<string, Waiting<Place>>()

  /** @param elapsed - Milliseconds that only pass. */
  constructor(elapsed: () => number, randomBytes: (count: number) => Uint8Array) {
    this.#elapsed = elapsed
    this.#randomBytes = randomBytes
  }

  /** A screen begins to wait; undefined when very many do. */
  open(device: Uint8Array): { readonly secret: string; readonly code: string } | undefined {
    this.#forget()
    if (this.#waiting.size >= MOST) return undefined
    const now = this.#elapsed()
    const secret = idFromBytes(this.#randomBytes(SECRET_BYTES))
    const code = this.#newCode()
    this.#waiting.set(secret, { code, codeSince: now, seenAt: now, device, place: undefined })
    return { secret, code }
  }

  /** What became of a screen; undefined when it is not known any more. */
  ask(secret: string): PairedAs<Place> | undefined {
    this.#forget()
    const screen = this.#waiting.get(secret)
    if (screen === undefined) return undefined
    const now = this.#elapsed()
    screen.seenAt = now
    if (screen.place !== undefined) return { kind: 'paired', place: screen.place }
    if (now - screen.codeSince > SAME_CODE_MS) {
      screen.code = this.#newCode()
      screen.codeSince = now
    }
    return { kind: 'waiting', code: screen.code }
  }

  /** The device of the screen that shows this code now; undefined when none does. */
  deviceOf(code: string): Uint8Array | undefined {
    this.#forget()
    return this.#showing(code)?.device
  }

  /** Tells the screen that shows this code what it is. Its code is worth nothing after that. */
  claim(code: string, place: Place): void {
    const screen = this.#showing(code)
    if (screen !== undefined) screen.place = place
  }

  #showing(code: string): Waiting<Place> | undefined {
    for (const screen of this.#waiting.values()) {
      if (screen.code === code && screen.place === undefined) return screen
    }
    return undefined
  }

  #newCode(): string {
    for (;;) {
      const chance = Buffer.from(this.#randomBytes(4)).readUInt32BE()
      const code = String(FIRST_CODE + (chance % CODES))
      if (this.#showing(code) === undefined) return code
    }
  }

  #forget(): void {
    const now = this.#elapsed()
    for (const [secret, { seenAt }] of this.#waiting) {
      if (now - seenAt > FORGOTTEN_MS) this.#waiting.delete(secret)
    }
  }
}
