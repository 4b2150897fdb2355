import * as Y from 'yjs'
import { deletionsAlone } from './deletions.ts'

/**
 * What a document did by itself: Yjs begins another transaction when one ends, to tidy what that left
 * behind. Nobody sent such a change, and all the same it is part of what the document became.
 */
export class Aftermath {
  #updates: Uint8Array[] = []

  constructor(doc: Y.Doc) {
    doc.on('afterAllTransactions', (_doc: Y.Doc, transactions: readonly Y.Transaction[]) => {
      if (transactions.length < 2) return
      for (const transaction of transactions.slice(1)) {
        const update = updateOf(transaction)
        if (update !== undefined) this.#updates.push(update)
      }
    })
  }

  /** What was done since this was last asked, as updates. */
  take(): readonly Uint8Array[] {
    if (this.#updates.length === 0) return none
    const updates = this.#updates
    this.#updates = []
    return updates
  }
}

const none: readonly Uint8Array[] = []

function updateOf({
  doc,
  beforeState,
  afterState,
  deleteSet,
}: Y.Transaction): Uint8Array | undefined {
  const writes = [...afterState].some(([client, clock]) => beforeState.get(client) !== clock)
  // It has not happened yet, and it says more than is needed; all that counts is that nothing is lost.
  if (writes) return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(beforeState))
  if (deleteSet.clients.size === 0) return undefined
  return deletionsAlone(deleteSet)
}
