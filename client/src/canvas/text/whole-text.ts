import { completeText } from '@stip/documents'
import * as Y from 'yjs'

/** Origin of what is added so that a text is whole: nobody's step to undo. */
const wholeness = Symbol('wholeness')

/**
 * Keeps a text whole while an editor is open on it. Two people can together take away what an item
 * must have, and the editor would throw away the item, and all that is left in it, in the name of
 * whoever has it open. What is missing is added before the editor looks.
 *
 * @returns Stops it.
 */
export function keepWhole(document: Y.Doc, fragment: Y.XmlFragment): () => void {
  const complete = (): void => {
    document.transact(() => completeText(fragment), wholeness)
  }
  const look = ({ changed }: Y.Transaction): void => {
    for (const type of changed.keys()) {
      if (!isWithin(type, fragment)) continue
      complete()
      return
    }
  }
  complete()
  document.on('beforeObserverCalls', look)
  return () => document.off('beforeObserverCalls', look)
}

/** Whether elements of the text came or went; letters that do leave it as whole as it was. */
function isWithin(type: unknown, fragment: Y.XmlFragment): boolean {
  if (!(type instanceof Y.XmlFragment)) return false
  let above: unknown = type
  while (above instanceof Y.XmlFragment && above !== fragment) above = above.parent
  return above === fragment
}
