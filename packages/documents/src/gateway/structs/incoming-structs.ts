import * as Y from 'yjs'
import { UpdateRefusedError } from '../refusal.ts'
import { workLimits } from '../totals/work.ts'
import type { WorkLimits } from '../totals/work.ts'
import { stateOf } from './yjs-internals.ts'
import type { Struct } from './yjs-internals.ts'

type Limits = Pick<WorkLimits, 'clients' | 'leap'>

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
  readonly #limits: Limits
  /** How often somebody was asked whether they are ready, for who wants to know what order takes. */
  asked = 0

  constructor(document: Y.Doc, limits: Limits = workLimits) {
    this.#document = document
    this.#limits = limits
  }

  /** Takes in what stands in an update, in the order in which it stands there. */
  add(structs: readonly (Y.Item | Y.GC | Y.Skip)[]): void {
    for (const struct of structs) {
      // Where two updates were merged, a skip stands for what lies between; whether that is
      // missing shows at the next struct.
      if (!(struct instanceof Y.Skip)) this.#add(struct)
    }
    if (this.#lines.size > this.#limits.clients) throw new UpdateRefusedError('malformed')
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

  /** How many new structs one client wrote. */
  count(client: number): number {
    return this.#lines.get(client)?.structs.length ?? 0
  }

  /** The new structs of one client between two clocks. */
  *between(client: number, start: number, end: number): Generator<Struct> {
    const line = this.#lines.get(client)
    const [first] = line?.structs ?? []
    if (line === undefined || first === undefined || start >= line.end) return
    const from = start <= first.id.clock ? 0 : Y.findIndexSS(line.structs, start)
    for (let index = from; index < line.structs.length; index++) {
      const struct = line.structs[index]
      if (struct === undefined || struct.id.clock >= end) return
      yield struct
    }
  }

  /**
   * Every struct after everything that it names. Who waits for somebody has them go first, so that
   * each is asked a few times, in whatever order they stand.
   */
  *inOrder(): Generator<Struct> {
    for (const line of this.#lines.values()) {
      const waiting = [line]
      const isWaiting = new Set(waiting)
      for (let last: Line | undefined = line; last !== undefined; last = waiting.at(-1)) {
        const struct = last.structs[last.done]
        const isLent = waiting.length > 1
        const missing = struct && this.#missing(struct)
        if (missing !== undefined) {
          // Two who wait for each other, or for what is nowhere, wait for ever.
          if (missing === 'nowhere' || isWaiting.has(missing)) throw new UpdateRefusedError('gap')
          waiting.push(missing)
          isWaiting.add(missing)
          continue
        }
        if (struct !== undefined) {
          last.done++
          yield struct
        }
        if (struct !== undefined && !isLent) continue
        waiting.pop()
        isWaiting.delete(last)
      }
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
    if (end - expected > this.#limits.leap) throw new UpdateRefusedError('malformed')
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

  /** Who has to go first before a struct can: the line of another client. */
  #missing(struct: Struct): Line | 'nowhere' | undefined {
    this.asked++
    if (!(struct instanceof Y.Item)) return undefined
    const { origin, rightOrigin, parent } = struct
    return (
      this.#missingOf(origin, struct) ??
      this.#missingOf(rightOrigin, struct) ??
      (parent instanceof Y.ID ? this.#missingOf(parent, struct) : undefined)
    )
  }

  #missingOf(id: Y.ID | null, struct: Struct): Line | 'nowhere' | undefined {
    if (id === null) return undefined
    if (id.client === struct.id.client) {
      return id.clock < struct.id.clock ? undefined : 'nowhere'
    }
    if (id.clock < stateOf(this.#document, id.client)) return undefined
    const line = this.#lines.get(id.client)
    if (line === undefined || id.clock >= line.end) return 'nowhere'
    const next = line.structs[line.done]
    return next === undefined || id.clock < next.id.clock ? undefined : line
  }
}
