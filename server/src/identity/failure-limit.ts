const MINUTE_MS = 60_000
/** Of so many devices and addresses the failures are counted; who comes later is not. */
const MOST_COUNTED = 10_000

interface Limits {
  readonly perDevice: number
  readonly perAddress: number
}

/** Who tries. */
export interface Trier {
  readonly address: string
  /** The hash of its cookie; undefined when it has none. */
  readonly device: Uint8Array | undefined
}

/**
 * Counts tries that failed, per minute. A device that fails often is told so, but what is right
 * always passes: one phone that goes on guessing must not keep a hall out. Only an address that
 * guesses faster than any number of people can type is stopped.
 */
export class FailureLimit {
  readonly #limits: Limits
  readonly #now: () => number
  #minute = 0
  #failures = new Map<string, number>()

  constructor(limits: Limits, now: () => number) {
    this.#limits = limits
    this.#now = now
  }

  /** Whether nothing from this address is looked at any more in this minute. */
  isStopped({ address }: Trier): boolean {
    this.#turnPage()
    return (this.#failures.get(networkOf(address)) ?? 0) >= this.#limits.perAddress
  }

  /** Counts a failure; returns whether this device has had more of them than people make. */
  count({ address, device }: Trier): boolean {
    this.#turnPage()
    this.#add(networkOf(address))
    if (device === undefined) return false
    return this.#add(Buffer.from(device).toString('base64')) > this.#limits.perDevice
  }

  #add(key: string): number {
    const count = (this.#failures.get(key) ?? 0) + 1
    if (count > 1 || this.#failures.size < MOST_COUNTED) this.#failures.set(key, count)
    return count
  }

  #turnPage(): void {
    const minute = Math.floor(this.#now() / MINUTE_MS)
    if (minute === this.#minute) return
    this.#minute = minute
    this.#failures = new Map()
  }
}

/** The address, but for IPv6, where one household has 2^64 of them. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length
  return [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0')]
    .slice(0, 4)
    .join(':')
}
