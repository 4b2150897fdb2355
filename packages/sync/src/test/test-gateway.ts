import * as Y from 'yjs'
import type { Gateway, VerdictInSteps } from '../room/storing/gateway.ts'
import { inParts } from './in-parts.ts'
import type { ManualClock } from './manual-clock.ts'

/** Slow and obviously right: tries the update on a copy. A note called 'forbidden' is refused. */
export const testGateway: Gateway = (doc, update) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  let isChanged = false
  copy.on('update', () => {
    isChanged = true
  })
  Y.applyUpdate(copy, update)
  if (copy.store.pendingStructs !== null || copy.store.pendingDs !== null) {
    return { kind: 'refused', reason: 'gap', records: [] }
  }
  if (!isChanged) return { kind: 'nothing-new' }
  if (copy.getMap('notes').has('forbidden') && !doc.getMap('notes').has('forbidden')) {
    return { kind: 'refused', reason: 'forbidden', records: ['shape:forbidden'] }
  }
  return { kind: 'accepted' }
}

/** A room in which most of what somebody did without a line is a large update. */
export function inSteps(clock: ManualClock): { gateway: Gateway; largeBytes: number } {
  return { gateway: gatewayInSteps(clock), largeBytes: 64 }
}

/** The same, in steps that take time, and large updates struct by struct. */
function gatewayInSteps(clock: ManualClock): Gateway {
  function* working<Part>(parts: Iterable<Part>): Generator<Part> {
    for (const part of parts) {
      clock.work(STEP_MS)
      yield part
    }
  }
  return Object.assign((...asked: Parameters<Gateway>) => testGateway(...asked), {
    *inSteps(...asked: Parameters<Gateway>): Generator<void, VerdictInSteps> {
      const [doc, update] = asked
      const verdict = testGateway(...asked)
      const known = Y.decodeStateVector(Y.encodeStateVector(doc))
      for (const _ of working([1, 2, 3])) yield
      if (verdict.kind !== 'accepted') return verdict
      const clients = [...Y.parseUpdateMeta(update).to].flatMap(([client, end]) =>
        end > (known.get(client) ?? 0) ? [client] : [],
      )
      return { kind: 'accepted', clients, parts: () => working(inParts(update, known)) }
    },
    *inParts(update: Uint8Array): Generator<void, Iterable<Uint8Array>> {
      for (const _ of working([1, 2, 3])) yield
      return working(inParts(update))
    },
  })
}

/** Three of them are more than a slice of time. */
const STEP_MS = 3
