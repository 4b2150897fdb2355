import { ByteReader, NotPlainError } from './byte-reader.ts'
import { whyUnreadable } from './decode-whole.ts'
import { UpdateRefusedError } from '../refusal.ts'
import { workLimits } from '../totals/work.ts'
import type { WorkLimits } from '../totals/work.ts'

/** A stretch of an update: structs of one client after each other. Places in bytes. */
export interface Stretch {
  readonly client: number
  readonly clock: number
  /** The first clock after the last struct. */
  readonly until: number
  readonly structs: number
  readonly start: number
  readonly end: number
}

/** What an update holds, found out without making an object of any of it. */
export interface Scan {
  readonly stretches: readonly Stretch[]
  readonly structs: number
  readonly ranges: number
  /** Where the list of deletions begins. */
  readonly deletesAt: number
  /** One for every struct, value, range and name that was passed: what scanning took. */
  readonly steps: number
}

/** How much is read, or applied, before others can go: some milliseconds of work. */
export interface PieceLimits {
  readonly structs: number
  readonly bytes: number
}

export const pieceLimits: PieceLimits = { structs: 1000, bytes: 256 * 1024 }

/**
 * Passes over the bytes of an update (v1 encoding) once, and counts. Yjs makes objects of an update
 * as it reads it, a dozen for every struct, and a whole document for one kind of it.
 *
 * @throws {UpdateRefusedError} When it holds more than it may, or cannot be read.
 */
export function scanUpdate(
  update: Uint8Array,
  limits: WorkLimits,
  pieces: PieceLimits = pieceLimits,
): Scan {
  try {
    return new Scanner(update, limits, pieces).scan()
  } catch (error) {
    if (error instanceof NotPlainError) throw new UpdateRefusedError(whyUnreadable(update))
    throw error
  }
}

/**
 * From which clock to which the clients of an update wrote what is in it, without reading it.
 *
 * @throws {UpdateRefusedError} As {@link scanUpdate}.
 */
export function clocksIn(
  update: Uint8Array,
): ReadonlyMap<number, { readonly first: number; readonly until: number }> {
  const clocks = new Map<number, { first: number; until: number }>()
  for (const { client, clock, until } of scanUpdate(update, workLimits).stretches) {
    clocks.set(client, { first: clocks.get(client)?.first ?? clock, until })
  }
  return clocks
}

/** Deeper than any value of ours, and not too deep for what reads it by calling itself. */
const DEEPEST = 100
const OBJECT = 118
const LIST = 117
const SKIP = 10
const HAS_LEFT = 0x80
const HAS_RIGHT = 0x40
const HAS_KEY = 0x20
/** Shared types that have a name. */
const named: ReadonlySet<number> = new Set([3, 5])

class Scanner {
  readonly #reader: ByteReader
  readonly #limits: WorkLimits
  readonly #pieces: PieceLimits
  readonly #stretches: Stretch[] = []
  #structs = 0
  #ranges = 0
  #steps = 0

  constructor(update: Uint8Array, limits: WorkLimits, pieces: PieceLimits) {
    this.#reader = new ByteReader(update)
    this.#limits = limits
    this.#pieces = pieces
  }

  scan(): Scan {
    const clients = this.#reader.number()
    // The document may have most of it; those that are new are counted when that is known.
    for (let left = clients; left > 0; left--) this.#client()
    const deletesAt = this.#reader.position
    for (let left = this.#reader.number(); left > 0; left--) this.#deletes()
    return {
      stretches: this.#stretches,
      structs: this.#structs,
      ranges: this.#ranges,
      deletesAt,
      steps: this.#steps,
    }
  }

  #client(): void {
    const reader = this.#reader
    const count = reader.number()
    const client = reader.number()
    let clock = reader.number()
    let begin = { clock, start: reader.position, structs: 0 }
    const close = (): void => {
      if (begin.structs > 0)
        this.#stretches.push({ client, ...begin, until: clock, end: reader.position })
      begin = { clock, start: reader.position, structs: 0 }
    }
    for (let left = count; left > 0; left--) {
      if (++this.#structs > this.#limits.structs) throw new UpdateRefusedError('too-much-work')
      clock += this.#struct()
      begin.structs++
      const isLong = reader.position - begin.start >= this.#pieces.bytes
      if (begin.structs >= this.#pieces.structs || isLong) close()
    }
    close()
  }

  /** Gives its length in clock ticks. */
  #struct(): number {
    this.#steps++
    const reader = this.#reader
    const info = reader.byte()
    const kind = info & 31
    if (kind === 0 || info === SKIP) return reader.number()
    if ((info & HAS_LEFT) !== 0) this.#id()
    if ((info & HAS_RIGHT) !== 0) this.#id()
    if ((info & (HAS_LEFT | HAS_RIGHT)) === 0) {
      if (reader.number() === 1) reader.text()
      else this.#id()
      if ((info & HAS_KEY) !== 0) reader.text()
    }
    return this.#content(kind)
  }

  #content(kind: number): number {
    const reader = this.#reader
    switch (kind) {
      case 1:
        return reader.number()
      case 2: {
        const count = reader.number()
        for (let left = count; left > 0; left--) this.#text()
        return count
      }
      case 4:
        return reader.text()
      case 3:
      case 5:
        reader.text()
        return 1
      case 6:
        reader.text()
        reader.text()
        return 1
      case 7:
        if (named.has(reader.number())) reader.text()
        return 1
      case 8: {
        const count = reader.number()
        this.#values(count)
        return count
      }
      default:
        // Sub-documents too: making one takes longer than anything else of its size.
        throw new UpdateRefusedError('unknown-content')
    }
  }

  #text(): void {
    this.#steps++
    this.#reader.text()
  }

  #id(): void {
    this.#reader.number()
    this.#reader.number()
  }

  /** Values with all that is in them. What waits stands in a list: below zero are names with a value. */
  #values(count: number): void {
    const reader = this.#reader
    const waiting = [count]
    for (let last = 0; last >= 0; last = waiting.length - 1) {
      const left = waiting[last] ?? 0
      if (left === 0) {
        waiting.pop()
        continue
      }
      if (waiting.length > DEEPEST) throw new UpdateRefusedError('invalid: too-deep')
      waiting[last] = left < 0 ? left + 1 : left - 1
      if (left < 0) this.#text()
      this.#steps++
      const kind = reader.byte()
      if (kind === OBJECT) waiting.push(-reader.number())
      else if (kind === LIST) waiting.push(reader.number())
      else this.#plainValue(kind)
    }
  }

  #plainValue(kind: number): void {
    const reader = this.#reader
    if (kind === 125) reader.signedNumber()
    else if (kind === 124) reader.skip(4)
    else if (kind === 123 || kind === 122) reader.skip(8)
    else if (kind === 119 || kind === 116) reader.text()
    else if (kind < 120 || kind > 127) throw new NotPlainError()
  }

  #deletes(): void {
    this.#reader.number()
    for (let left = this.#reader.number(); left > 0; left--) {
      if (++this.#ranges > this.#limits.ranges) throw new UpdateRefusedError('too-much-work')
      this.#steps++
      this.#id()
    }
  }
}
