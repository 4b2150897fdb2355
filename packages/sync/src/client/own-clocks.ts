import type * as Y from 'yjs'

/**
 * How far the server confirmed what this device wrote: for every client id of its own, the first
 * clock that it may not have. Ids of others are not in it; what they wrote came from the server.
 */
export class OwnClocks {
  readonly #clocks = new Map<number, number>()

  /** The document's own client id writes; nothing of it is confirmed yet. */
  wrote({ clientID }: Y.Doc): void {
    if (!this.#clocks.has(clientID)) this.#clocks.set(clientID, 0)
  }

  /** The server has everything that is in the document now. */
  confirmAll(document: Y.Doc): void {
    for (const client of this.#clocks.keys()) this.#clocks.set(client, endOf(document, client))
  }

  /** The first clock of a client id that the server may not have; Infinity for ids of others. */
  of(client: number): number {
    return this.#clocks.get(client) ?? Infinity
  }

  /** Everything as text, to be kept beside the local copy. */
  get asText(): string {
    return JSON.stringify([...this.#clocks])
  }

  /** Takes in what an earlier page kept; what this page knows better stays. */
  recall(text: unknown): void {
    if (typeof text !== 'string') return
    for (const [client, clock] of pairsIn(text)) {
      this.#clocks.set(client, Math.max(clock, this.#clocks.get(client) ?? 0))
    }
  }
}

function endOf({ store }: Y.Doc, client: number): number {
  const last = store.clients.get(client)?.at(-1)
  return last === undefined ? 0 : last.id.clock + last.length
}

function pairsIn(text: string): readonly (readonly [number, number])[] {
  try {
    const pairs: unknown = JSON.parse(text)
    return Array.isArray(pairs) ? pairs.filter(isPair) : []
  } catch {
    // Kept by another version of this page, or cut short: then nothing is known.
    return []
  }
}

function isPair(pair: unknown): pair is [number, number] {
  return Array.isArray(pair) && pair.length === 2 && pair.every((part) => Number.isInteger(part))
}
