import type { SessionId } from '@stip/primitives'

const MINUTE_MS = 60_000
/** Of so many devices and addresses the failures are counted; who comes later is not. */
const MOST_COUNTED = 10_000

interface Limits {
  /** After so many a device is told to wait at every further one. */
  readonly perDevice: number
  /** After so many nothing passes any more; only where what is guessed is short. */
  readonly stopsDevice?: number
  readonly stopsSession?: number
  readonly perAddress: number
}

/** Who tries. */
export interface Trier {
  readonly address: string
  /** The hash of its cookie; undefined when it has none. */
  readonly device: Uint8Array | undefined
  /** The session for which is tried, when that is known. */
  readonly session?: SessionId
}

/**
 * Counts tries that failed, per minute. A device that fails often is told so, but what is right
 * always passes: one phone that goes on guessing must not keep a hall out. Only who guesses faster
 * than people can type is stopped: a device, a session, and an address that does so with very many.
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

  /** Whether nothing that this one tries is looked at any more in this minute. */
  isStopped({ address, device, session }: Trier): boolean {
    this.#turnPage()
    const { stopsDevice = Infinity, stopsSession = Infinity, perAddress } = this.#limits
    return (
      this.#countOf(networkOf(address)) >= perAddress ||
      (device !== undefined && this.#countOf(deviceKey(device)) >= stopsDevice) ||
      (session !== undefined && this.#countOf(sessionKey(session)) >= stopsSession)
    )
  }

  /** Counts a failure; returns whether this device has had more of them than people make. */
  count({ address, device, session }: Trier): boolean {
    this.#turnPage()
    this.#add(networkOf(address))
    if (session !== undefined) this.#add(sessionKey(session))
    if (device === undefined) return false
    return this.#add(deviceKey(device)) > this.#limits.perDevice
  }

  #countOf(key: string): number {
    return this.#failures.get(key) ?? 0
  }

  #add(key: string): number {
    const count = this.#countOf(key) + 1
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

function deviceKey(device: Uint8Array): string {
  return `device ${Buffer.from(device).toString('base64')}`
}

function sessionKey(session: SessionId): string {
  return `session ${session}`
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
