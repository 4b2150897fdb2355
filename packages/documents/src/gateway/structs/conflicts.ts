import * as Y from 'yjs'
import type { IncomingStructs } from './incoming-structs.ts'
import type { Work } from '../totals/work.ts'
import { isFormatted, lastIn, firstIn, structAt, stateOf, structCount } from './yjs-internals.ts'
import type { SharedType } from './yjs-internals.ts'

/** One list, or one key of a map, in which an update writes. */
interface Row {
  /** New items that were read. */
  count: number
  /** A new item stands behind nothing at all. */
  hasFirst: boolean
  /** Items that the document has there; undefined until somebody has to know. */
  length: number | undefined
}

/**
 * Counts what it takes Yjs to put the items of an update in their place. An item that is the first to
 * stand behind its neighbour costs one look. Another one has Yjs pass by what stands there already,
 * and thousands of those take minutes; so does cutting texts in two in a long history.
 */
export class Conflicts {
  readonly #document: Y.Doc
  readonly #incoming: IncomingStructs
  readonly #work: Work
  /** What new items stand behind, as clocks of clients. */
  readonly #behind = new Map<number, Set<number>>()
  readonly #lists = new Map<SharedType, Row>()
  readonly #rows = new Map<SharedType, Map<string, Row>>()

  constructor(document: Y.Doc, incoming: IncomingStructs, work: Work) {
    this.#document = document
    this.#incoming = incoming
    this.#work = work
  }

  /**
   * An item will be put into a list (`key` is null) or under a key.
   *
   * @throws {UpdateRefusedError} When it gets too much.
   */
  place({ origin, rightOrigin }: Y.Item, type: SharedType, key: string | null): void {
    const row = this.#rowOf(type, key)
    const isFirst = this.#isFirstBehind(origin, row)
    if (!isFirst) this.#work.pass(row.count)
    if (origin === null) this.#behindNothing(row, rightOrigin, type, key)
    else if (origin.clock >= stateOf(this.#document, origin.client)) {
      this.#behindNew(origin, rightOrigin, isFirst, row, type, key)
    } else this.#behindKnown(origin, rightOrigin)
    if (rightOrigin !== null) this.#makeRoomBefore(rightOrigin)
    row.count++
  }

  /** Something has to be looked at. */
  look(): void {
    this.#work.pass(1)
  }

  /** Something will be deleted that does not end where an item ends. */
  cut(client: number): void {
    this.#work.shift(structCount(this.#document, client) + this.#incoming.count(client))
  }

  /** An item goes out of a text with marks: Yjs looks around it for marks that say nothing now. */
  leave(type: SharedType): void {
    if (!isFormatted(type)) return
    const row = this.#rowOf(type, null)
    this.#work.pass(row.count + this.#lengthOf(row, type, null))
  }

  /** Whether no other new item stands behind the same neighbour. */
  #isFirstBehind(origin: Y.ID | null, row: Row): boolean {
    if (origin === null) {
      const isFirst = !row.hasFirst
      row.hasFirst = true
      return isFirst
    }
    let clocks = this.#behind.get(origin.client)
    if (clocks === undefined) this.#behind.set(origin.client, (clocks = new Set()))
    const { size } = clocks
    return clocks.add(origin.clock).size > size
  }

  #behindNothing(row: Row, right: Y.ID | null, type: SharedType, key: string | null): void {
    // In a map, Yjs walks to the oldest value of a key whether anybody is in the way or not.
    if (key !== null) this.#work.pass(this.#lengthOf(row, type, key) + row.count)
    else {
      const first = firstIn(type)
      if (first === null || isAt(first, right)) return
      this.#work.pass(this.#lengthOf(row, type, key))
    }
  }

  #behindKnown(origin: Y.ID, right: Y.ID | null): void {
    const struct = structAt(this.#document, origin.client, origin.clock)
    const isInside = origin.clock < struct.id.clock + struct.length - 1
    if (isInside) this.cut(origin.client)
    if (!(struct instanceof Y.Item)) return
    if (isInside) {
      if (right?.client === origin.client && right.clock === origin.clock + 1) return
    } else if (struct.right === null || isAt(struct.right, right)) return
    else if (!Y.compareIDs(struct.right.origin, origin)) {
      this.#work.pass(1)
      return
    }
    for (let next = struct.right; next !== null && !isAt(next, right); next = next.right) {
      this.#work.pass(1)
    }
  }

  #behindNew(
    origin: Y.ID,
    right: Y.ID | null,
    isFirst: boolean,
    row: Row,
    type: SharedType,
    key: string | null,
  ): void {
    const struct = this.#incoming.at(origin.client, origin.clock)
    const isInside = struct !== undefined && origin.clock < struct.id.clock + struct.length - 1
    if (isInside) this.cut(origin.client)
    const isNext = right?.client === origin.client && right.clock === origin.clock + 1
    if ((isFirst && !isInside) || (isInside && isFirst && isNext)) return
    this.#work.pass(row.count + this.#lengthOf(row, type, key))
  }

  /** Only where it begins can something stand before it; else it is cut in two. */
  #makeRoomBefore({ client, clock }: Y.ID): void {
    const struct = this.#incoming.at(client, clock) ?? structAt(this.#document, client, clock)
    if (struct instanceof Y.Item && clock > struct.id.clock) this.cut(client)
  }

  #lengthOf(row: Row, type: SharedType, key: string | null): number {
    if (row.length !== undefined) return row.length
    let length = 0
    if (key === null) {
      for (let item = firstIn(type); item !== null; item = item.right) length++
    } else {
      for (let item = lastIn(type, key); item !== null; item = item.left) length++
    }
    row.length = length
    return length
  }

  #rowOf(type: SharedType, key: string | null): Row {
    const known = key === null ? this.#lists.get(type) : this.#rows.get(type)?.get(key)
    if (known !== undefined) return known
    const row: Row = { count: 0, hasFirst: false, length: undefined }
    if (key === null) {
      this.#lists.set(type, row)
      return row
    }
    const rows = this.#rows.get(type) ?? new Map<string, Row>()
    this.#rows.set(type, rows.set(key, row))
    return row
  }
}

function isAt(item: Y.Item, id: Y.ID | null): boolean {
  return id !== null && item.id.client === id.client && item.id.clock === id.clock
}
