import * as Y from 'yjs'
import type { Gateway } from '../room/index.ts'

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
