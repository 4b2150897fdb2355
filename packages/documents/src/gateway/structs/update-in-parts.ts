import * as Y from 'yjs'
import { decodeWhole } from './decode-whole.ts'
import { IncomingStructs } from './incoming-structs.ts'
import { deletesAlone, partsOf, stretchAlone } from './parts.ts'
import { UpdateRefusedError } from '../refusal.ts'
import { pieceLimits, scanUpdate } from './scan-update.ts'
import type { PieceLimits } from './scan-update.ts'
import { workLimits } from '../totals/work.ts'
import type { WorkLimits } from '../totals/work.ts'

/** Structs that are put in order before others may go. */
const AT_A_TIME = 500
const unbounded: WorkLimits = {
  structs: Infinity,
  ranges: Infinity,
  clients: Infinity,
  leap: workLimits.leap,
  points: Infinity,
  steps: Infinity,
}
/** What can be applied while others wait: a few milliseconds of work. */
const smallPieces: PieceLimits = { structs: 500, bytes: pieceLimits.bytes }

/**
 * An update of our own in smaller ones of which each stands on those before it, for who has other
 * things to do between them. It is given as it is when it holds what cannot be told apart.
 *
 * @param update - Of the disk.
 * @param doc - What it builds on, where that is not in it: a board as it was before.
 */
export function* updateInParts(
  update: Uint8Array,
  doc: Y.Doc = new Y.Doc(),
  pieces: PieceLimits = smallPieces,
): Generator<void, Iterable<Uint8Array>> {
  try {
    const scan = scanUpdate(update, unbounded, pieces)
    const incoming = new IncomingStructs(doc, unbounded)
    for (const stretch of scan.stretches) {
      incoming.add(decodeWhole(stretchAlone(update, stretch)).structs)
      yield
    }
    const structs = []
    for (const struct of incoming.inOrder()) {
      if (structs.push(struct) % AT_A_TIME === 0) yield
    }
    return partsOf(structs, decodeWhole(deletesAlone(update, scan)).ds, pieces)
  } catch (error) {
    if (error instanceof UpdateRefusedError) return [update]
    throw error
  }
}
