import * as Y from 'yjs'
import { UpdateRefusedError } from './refusal.ts'
import { stateOf } from './yjs-internals.ts'
import type { Struct } from './yjs-internals.ts'

/** Longest piece of history that an update may hold in one struct, in clock ticks. */
const LONGEST_STRUCT = 1_000_000
/** One device has a new client id for every page that was opened offline. */
const MOST_CLIENTS = 1000

/** The part of an update that one client wrote and the document does not have. */
interface Line {
  readonly structs: Struct[]
  /** The first clock after the last struct. */
  end: number
  /** How many structs were given out by {@link IncomingStructs.inOrder}. */
  done: number
}

/**
 * The structs of an update that are new to a document, in an order in which each stands on what
 * came before. A struct that would have to wait for another update is refused: Yjs keeps those,
 * and thousands of them take its time away from everybody.
 */
export class IncomingStructs {
  readonly #document: Y.Doc
  readonly #lines = new Map<number, Line>()

  constructor(document: Y.Doc, structs: readonly (Y.Item | Y.GC | Y.Skip)[]) {
    this.#document = document
    for (const struct of structs) {
      // Where two updates were merged, a skip stands for what lies between; whether that is
      // missing shows at the next struct.
      if (!(struct instanceof Y.Skip)) this.#add(struct)
    }
    if (this.#lines.size > MOST_CLIENTS) throw new UpdateRefusedError('malformed')
  }

  get isEmpty(): boolean {
    return this.#lines.size === 0
  }

  /** The clients that wrote what is new. */
  get clients(): number[] {
    return [...this.#lines.keys()]
  }

  /** Whether the document or this update has what a client wrote at a clock. */
  has(client: number, clock: number): boolean {
    return clock < this.end(client)
  }

  /** The first clock of a client that neither the document nor this update has. */
  end(client: number): number {
    return this.#lines.get(client)?.end ?? stateOf(this.#document, client)
  }

  /** The new struct at a clock, or undefined when the document already has that clock. */
  at(client: number, clock: number): Struct | undefined {
    if (clock < stateOf(this.#document, client)) return undefined
    const structs = this.#lines.get(client)?.structs ?? []
    return structs.length === 0 ? undefined : structs[Y.findIndexSS(structs, clock)]
  }

  /** The new structs of one client between two clocks. */
  *between(client: number, start: number, end: number): Generator<Struct> {
    for (const struct of this.#lines.get(client)?.structs ?? []) {
      if (struct.id.clock >= end) return
      if (struct.id.clock + struct.length > start) yield struct
    }
  }

  /** Every struct after everything that it names. */
  *inOrder(): Generator<Struct> {
    for (let isMoving = true; isMoving;) {
      isMoving = false
      for (const line of this.#lines.values()) {
        for (;;) {
          const struct = line.structs[line.done]
          if (struct === undefined || !this.#isReady(struct)) break
          line.done++
          isMoving = true
          yield struct
        }
      }
    }
    for (const { structs, done } of this.#lines.values()) {
      if (done < structs.length) throw new UpdateRefusedError('gap')
    }
  }

  #add(struct: Struct): void {
    const { client, clock } = struct.id
    const end = clock + struct.length
    if (!Number.isSafeInteger(end) || struct.length < 1) throw new UpdateRefusedError('malformed')
    const expected = this.end(client)
    if (end <= expected) {
      this.#checkKnown(struct)
      return
    }
    if (clock > expected) throw new UpdateRefusedError('gap')
    if (end - expected > LONGEST_STRUCT) throw new UpdateRefusedError('malformed')
    const line = this.#lines.get(client)
    if (line === undefined) this.#lines.set(client, { structs: [struct], end, done: 0 })
    else {
      // Two structs of one update over the same clocks: no encoder writes that.
      if (clock !== expected) throw new UpdateRefusedError('malformed')
      line.structs.push(struct)
      line.end = end
    }
  }

  /**
   * Yjs looks at what a struct names before it finds that it has the struct. One that was tampered
   * with would make it wait, throw, or open a root.
   */
  #checkKnown(struct: Struct): void {
    if (!(struct instanceof Y.Item)) return
    const { origin, rightOrigin, parent } = struct
    for (const id of [origin, rightOrigin, parent]) {
      if (!(id instanceof Y.ID)) continue
      if (id.clock >= stateOf(this.#document, id.client)) throw new UpdateRefusedError('malformed')
    }
    // Yjs types the parent of an item that is not applied yet too narrowly: a root is a string.
    const root: unknown = parent
    if (typeof root === 'string' && !this.#document.share.has(root)) {
      throw new UpdateRefusedError('unknown-root')
    }
  }

  #isReady(struct: Struct): boolean {
    if (!(struct instanceof Y.Item)) return true
    const { origin, rightOrigin, parent } = struct
    return (
      this.#isKnown(origin, struct) &&
      this.#isKnown(rightOrigin, struct) &&
      (!(parent instanceof Y.ID) || this.#isKnown(parent, struct))
    )
  }

  #isKnown(id: Y.ID | null, struct: Struct): boolean {
    if (id === null) return true
    if (id.client === struct.id.client) return id.clock < struct.id.clock
    if (id.clock < stateOf(this.#document, id.client)) return true
    const line = this.#lines.get(id.client)
    const next = line?.structs[line.done]
    return line !== undefined && id.clock < (next === undefined ? line.end : next.id.clock)
  }
}
