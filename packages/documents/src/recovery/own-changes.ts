import type { RecordId } from '@stip/primitives'
import * as Y from 'yjs'
import { containerOf } from '../gateway/structs/containers.ts'
import { UpdateRefusedError } from '../gateway/refusal.ts'
import { parentOf, stateOf, structsBetween } from '../gateway/structs/yjs-internals.ts'
import { recordMap, TEXT } from '../schema/layout.ts'

/** What somebody changed in one record, and the server does not have. */
export interface OwnChange {
  readonly id: RecordId
  /** Keys of the record's map: fields, and 't' for its words. All of them when it is new. */
  readonly keys: ReadonlySet<string>
}

/** How far the server has what each client id wrote: the first clock that it may not have. */
export type Confirmed = (client: number) => number

/** Letters that were taken away: they stood at these clocks of a client id. */
export interface Removed {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/**
 * What stands in a document and not in the server's, of the same generation: not sent, not
 * stored, or refused. Both are looked at, neither is changed.
 */
export function changesBeyond(mine: Y.Doc, servers: Y.Doc): readonly OwnChange[] {
  const found = new Found()
  found.addWritten(mine, (client) => stateOf(servers, client))
  found.addTakenFromTexts(mine, servers)
  return found.changes
}

/**
 * The same without the server's document, when that is closed to us or begins anew: what this
 * person wrote under the own client ids, or took away, and the server never confirmed.
 *
 * @param confirmed - For client ids of others: Infinity.
 */
export function unconfirmedChanges(
  mine: Y.Doc,
  confirmed: Confirmed,
  removed: readonly Removed[] = [],
): readonly OwnChange[] {
  const found = new Found()
  found.addWritten(mine, confirmed)
  found.addTaken(mine, removed)
  return found.changes
}

class Found {
  readonly #keys = new Map<RecordId, Set<string>>()

  get changes(): readonly OwnChange[] {
    return [...this.#keys].map(([id, keys]) => ({ id, keys }))
  }

  addWritten(mine: Y.Doc, confirmed: Confirmed): void {
    for (const client of mine.store.clients.keys()) {
      const [start, end] = [confirmed(client), stateOf(mine, client)]
      if (start >= end) continue
      for (const struct of structsBetween(mine, client, start, end)) {
        if (struct instanceof Y.Item) this.#add(mine, struct)
      }
    }
  }

  addTaken(mine: Y.Doc, removed: readonly Removed[]): void {
    for (const { client, clock, length } of removed) {
      if (clock >= stateOf(mine, client)) continue
      for (const struct of structsBetween(mine, client, clock, clock + length)) {
        if (struct instanceof Y.Item && struct.parentSub === null) this.#add(mine, struct)
      }
    }
  }

  /** Words that both wrote, and only one of them still has. */
  addTakenFromTexts(mine: Y.Doc, servers: Y.Doc): void {
    for (const [client, ranges] of Y.createDeleteSetFromStructStore(mine.store).clients) {
      const known = stateOf(servers, client)
      for (const { clock, len } of ranges) {
        if (clock >= known) continue
        for (const struct of structsBetween(servers, client, clock, clock + len)) {
          // In a map a deletion is the shadow of a newer value, which was found already.
          if (struct instanceof Y.Item && !struct.deleted && struct.parentSub === null) {
            this.#add(servers, struct)
          }
        }
      }
    }
  }

  #add(document: Y.Doc, item: Y.Item): void {
    const place = placeOf(document, item)
    if (place === undefined || recordMap(document, place.id) === undefined) return
    const keys = this.#keys.get(place.id) ?? new Set()
    this.#keys.set(place.id, keys.add(place.key))
  }
}

function placeOf(document: Y.Doc, item: Y.Item): { id: RecordId; key: string } | undefined {
  try {
    const container = containerOf(document, parentOf(item))
    if (container.kind === 'text') return { id: container.record, key: TEXT }
    if (item.parentSub === null) return undefined
    if (container.kind === 'record') return { id: container.record, key: item.parentSub }
    return container.kind === 'records' ? { id: item.parentSub, key: '' } : undefined
  } catch (error) {
    // What is said about the whole board is the server's, and so is what is nowhere.
    if (error instanceof UpdateRefusedError) return undefined
    throw error
  }
}
