import * as Y from 'yjs'
import { encodeAnswer, isStateVector } from '../protocol/index.ts'

/** Whether a state vector says that somebody has nothing: it is one zero. */
export function hasNothing(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0
}

/** What somebody misses, as frames; undefined when these are not the bytes of a state vector. */
export function missingFrom(
  doc: Y.Doc,
  stateVector: Uint8Array,
): readonly Uint8Array[] | undefined {
  // Yjs reads what it understands and passes over the rest.
  if (!isStateVector(stateVector)) return undefined
  try {
    return [encodeAnswer(Y.encodeStateAsUpdate(doc, stateVector))]
  } catch {
    return undefined
  }
}

/** Whether a document is exactly as far as an encoded state vector says. */
export function isAsFar(doc: Y.Doc, stateVector: Uint8Array): boolean {
  const clocks = Y.decodeStateVector(stateVector)
  const now = Y.decodeStateVector(Y.encodeStateVector(doc))
  return now.size === clocks.size && [...now].every(([id, clock]) => clocks.get(id) === clock)
}

/** How many pieces of history a document is made of. */
export function structsIn({ store }: Y.Doc): number {
  return [...store.clients.values()].reduce((sum, structs) => sum + structs.length, 0)
}
