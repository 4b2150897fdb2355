import * as Y from 'yjs'

/** What a document tells of an update. */
export type UpdateEvent = [
  update: Uint8Array,
  origin: unknown,
  document: Y.Doc,
  transaction: Y.Transaction,
]

/** Letters that were taken away: they stood at these clocks of a client id. */
export interface Removed {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/**
 * How far the server confirmed what this device wrote: for every client id of its own, the first
 * clock that it may not have. Ids of others are not in it; what they wrote came from the server.
 */
export class OwnClocks {
  readonly #clocks = new Map<number, number>()
  #removed: Removed[] = []

  /**
   * The document's own client id writes; nothing of it is confirmed yet. Removing has no clock of
   * its own, so it is remembered what was removed.
   *
   * @returns Whether letters were taken away.
   */
  wrote({ clientID }: Y.Doc, transaction?: Y.Transaction): boolean {
    if (!this.#clocks.has(clientID)) this.#clocks.set(clientID, 0)
    const before = this.#removed.length
    if (transaction !== undefined) this.#removed.push(...lettersRemovedIn(transaction))
    return this.#removed.length > before
  }

  /** Letters that were taken away on this device, and may be there still for the server. */
  get removed(): readonly Removed[] {
    return this.#removed
  }

  /** The server has everything that is in the document now. */
  confirmAll(document: Y.Doc): void {
    for (const client of this.#clocks.keys()) this.#clocks.set(client, endOf(document, client))
    this.#removed = []
  }

  /** The first clock of a client id that the server may not have; Infinity for ids of others. */
  of(client: number): number {
    return this.#clocks.get(client) ?? Infinity
  }

  /** Everything as text, to be kept beside the local copy. */
  get asText(): string {
    const removed = this.#removed.map(({ client, clock, length }) => [client, clock, length])
    return JSON.stringify([...this.#clocks, ...removed])
  }

  /** Takes in what an earlier page kept; what this page knows better stays. */
  recall(text: unknown): void {
    if (typeof text !== 'string') return
    for (const [client = 0, clock = 0, length] of rowsIn(text)) {
      if (length !== undefined) this.#removed.push({ client, clock, length })
      else this.#clocks.set(client, Math.max(clock, this.#clocks.get(client) ?? 0))
    }
  }
}

function endOf({ store }: Y.Doc, client: number): number {
  const last = store.clients.get(client)?.at(-1)
  return last === undefined ? 0 : last.id.clock + last.length
}

/** What is in a map is removed with every change of it; only texts lose something by that. */
function lettersRemovedIn(transaction: Y.Transaction): readonly Removed[] {
  if (transaction.deleteSet.clients.size === 0) return []
  const removed: Removed[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || struct.parentSub !== null) return
    removed.push({ client: struct.id.client, clock: struct.id.clock, length: struct.length })
  })
  return removed
}

/** Pairs say how far a client id was confirmed, triples what was removed. */
function rowsIn(text: string): readonly (readonly number[])[] {
  try {
    const rows: unknown = JSON.parse(text)
    return Array.isArray(rows) ? rows.filter(isRow) : []
  } catch {
    // Kept by another version of this page, or cut short: then nothing is known.
    return []
  }
}

function isRow(row: unknown): row is readonly number[] {
  if (!Array.isArray(row) || row.length < 2 || row.length > 3) return false
  return row.every((part) => Number.isInteger(part))
}
