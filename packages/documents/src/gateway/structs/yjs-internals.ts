// Everything that reaches below the documented surface of Yjs 13.6 stands here. Reading an update
// without applying it needs to know who an item belongs to, and Yjs only tells that from inside.
/* oxlint-disable no-underscore-dangle */
import * as Y from 'yjs'

/** Any shared type. Yjs's own types for them do not fit each other, so here it is only told apart. */
export type SharedType = object

/** One piece of history: content, or the place of what was thrown away. */
export type Struct = Y.Item | Y.GC

/** The first clock of a client that the document does not have. */
export function stateOf(document: Y.Doc, client: number): number {
  return Y.getState(document.store, client)
}

/** What stands at a clock that the document has; it may begin before it. */
export function structAt(document: Y.Doc, client: number, clock: number): Struct {
  const structs = document.store.clients.get(client) ?? []
  return structs[Y.findIndexSS(structs, clock)] as Struct
}

/** Everything a document has of one client between two clocks; the ends may stick out. */
export function* structsBetween(
  document: Y.Doc,
  client: number,
  start: number,
  end: number,
): Generator<Struct> {
  const structs = document.store.clients.get(client) ?? []
  for (let index = Y.findIndexSS(structs, start); index < structs.length; index++) {
    const struct = structs[index]
    if (struct === undefined || struct.id.clock >= end) return
    yield struct
  }
}

/** The item that carries a shared type; null for a root. */
export function itemOf(type: SharedType): Y.Item | null {
  return (type as Y.AbstractType<unknown>)._item
}

/** Everything that ever stood in a list or a text, in order; what was removed as well. */
export function* itemsIn(type: SharedType): Generator<Y.Item> {
  for (let item = (type as Y.AbstractType<unknown>)._start; item !== null; item = item.right) {
    yield item
  }
}

/** The first item of a list or a text, gone or not. */
export function firstIn(type: SharedType): Y.Item | null {
  return (type as Y.AbstractType<unknown>)._start
}

/** The newest item under a key of a map, gone or not; those before it stand on its left. */
export function lastIn(type: SharedType, key: string): Y.Item | null {
  return (type as Y.AbstractType<unknown>)._map.get(key) ?? null
}

/** Whether there are, or were, marks in a text; Yjs then tidies it after every change. */
export function isFormatted(type: SharedType): boolean {
  return (type as { readonly _hasFormatting?: boolean })._hasFormatting === true
}

/** How many structs the document has of one client: what is put between them shifts the others. */
export function structCount(document: Y.Doc, client: number): number {
  return document.store.clients.get(client)?.length ?? 0
}

/** The shared type that an item of the document stands in. */
export function parentOf(item: Y.Item): SharedType {
  return item.parent as SharedType
}

/** How many keys a map has or had. */
export function entryCount(map: SharedType): number {
  return (map as Y.Map<unknown>)._map.size
}
