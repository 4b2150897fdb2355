import { idFromBytes } from '@stip/primitives'

const SECRET_BYTES = 32
/** How long a screen is remembered that no longer asks, and how long its code stays the same. In milliseconds. */
const FORGOTTEN_MS = 60_000
const SAME_CODE_MS = 10 * 60_000
/** Screens that wait for somebody to type their code; more are a script. So are more of one device. */
const MOST = 500
const MOST_OF_DEVICE = 5
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
  /** Whether it ever asked what became of it, as a screen does every few seconds. */
  hasAsked: boolean
  readonly network: string
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

  /**
   * A screen begins to wait. When very many do, another gives way: of the network with most of them,
   * the one that asks least. Undefined when none can.
   *
   * @param network - Where it is; a script makes as many devices as it likes, but is in one place.
   */
  open(
    device: Uint8Array,
    network: string,
  ): { readonly secret: string; readonly code: string } | undefined {
    this.#forget()
    if (!this.#makeRoom(device)) return undefined
    const now = this.#elapsed()
    const secret = idFromBytes(this.#randomBytes(SECRET_BYTES))
    const code = this.#newCode()
    const times = { codeSince: now, seenAt: now, hasAsked: false }
    this.#waiting.set(secret, { code, ...times, network, device, place: undefined })
    return { secret, code }
  }

  /** What became of a screen; undefined when it is not known any more. */
  ask(secret: string): PairedAs<Place> | undefined {
    this.#forget()
    const screen = this.#waiting.get(secret)
    if (screen === undefined) return undefined
    const now = this.#elapsed()
    screen.seenAt = now
    screen.hasAsked = true
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

  /** Returns whether there is a place for one more screen of a device. */
  #makeRoom(device: Uint8Array): boolean {
    const waiting = [...this.#waiting].filter(([, { place }]) => place === undefined)
    const own = waiting.filter(([, one]) => Buffer.compare(one.device, device) === 0)
    if (own.length >= MOST_OF_DEVICE) this.#drop(own)
    if (this.#waiting.size < MOST) return true
    const networks = Map.groupBy(waiting, ([, { network }]) => network).values()
    const [largest] = [...networks].toSorted((one, other) => other.length - one.length)
    if (largest === undefined) return false
    this.#drop(largest)
    return true
  }

  /** The first of those that never asked is forgotten, else the one that did not for longest. */
  #drop(screens: readonly (readonly [string, Waiting<Place>])[]): void {
    const [first] = screens.toSorted(
      ([, one], [, other]) =>
        Number(one.hasAsked) - Number(other.hasAsked) || one.seenAt - other.seenAt,
    )
    if (first !== undefined) this.#waiting.delete(first[0])
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
