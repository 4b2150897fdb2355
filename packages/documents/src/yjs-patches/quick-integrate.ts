// What Yjs does when an item gets its place, for the plainest of them. It reaches below the documented
// surface of Yjs 13.6.
/* oxlint-disable no-underscore-dangle */
import * as Y from 'yjs'

// Nearly all that a board holds is the first and only thing in its place: the fields of a record, the
// words of a note. For each of them Yjs makes two sets of what it might stand in conflict with, before
// it looks whether there is anything: sixty thousand for a full board, a third of what reading it takes.

// It is called with the item that it is taken from.
// oxlint-disable-next-line typescript/unbound-method
const { integrate } = Y.Item.prototype

let isQuick = false

/** From now on an item that comes first in an empty place gets it without all that; the outcome is the same. */
export function placeItemsQuickly(): void {
  if (isQuick) return
  isQuick = true
  Object.assign(Y.Item.prototype, {
    integrate(this: Y.Item, transaction: Y.Transaction, offset: number): void {
      if (offset > 0 || !isAlone(this) || !placeAlone(this, this.parent, transaction)) {
        integrate.call(this, transaction, offset)
      }
    },
  })
}

interface Alone extends Y.Item {
  readonly parent: Y.AbstractType<unknown>
}

/** Whether an item knows of no neighbours, and there are none. */
function isAlone(item: Y.Item): item is Alone {
  const { left, right, parent, parentSub } = item
  if (left !== null || right !== null || !(parent instanceof Y.AbstractType)) return false
  return parentSub === null ? parent._start === null : !parent._map.has(parentSub)
}

function placeAlone(
  item: Y.Item,
  parent: Y.AbstractType<unknown>,
  transaction: Y.Transaction,
): boolean {
  const { clients } = transaction.doc.store
  const { client, clock } = item.id
  const structs = clients.get(client)
  const last = structs?.at(-1)
  // Of what comes out of its turn, Yjs says what is wrong.
  if (last !== undefined && last.id.clock + last.length !== clock) return false
  const { parentSub } = item
  if (parentSub === null) {
    parent._start = item
    if (item.countable && !item.deleted) parent._length += item.length
  } else parent._map.set(parentSub, item)
  if (structs === undefined) clients.set(client, [item])
  else structs.push(item)
  item.content.integrate(transaction, item)
  noteChanged(transaction, parent, parentSub)
  if (parent._item?.deleted === true) item.delete(transaction)
  return true
}

/** Of what came in the same transaction nobody is told by itself. */
function noteChanged(
  { changed, beforeState }: Y.Transaction,
  parent: Y.AbstractType<unknown>,
  key: string | null,
): void {
  const item = parent._item
  const isNew = item !== null && item.id.clock >= (beforeState.get(item.id.client) ?? 0)
  if (isNew || item?.deleted === true) return
  const keys = changed.get(parent as never)
  if (keys === undefined) changed.set(parent as never, new Set([key]))
  else keys.add(key)
}
