import * as Y from 'yjs'

/** Origin of what is neither typed nor a step for undo. */
const room = Symbol('room for words')

/**
 * Gives an empty text one place where its words go. Without it, two people who type the first
 * letters at once each make a place of their own; y-prosemirror then writes the words of both into
 * one of them, on both sides, and what either wrote stands there twice.
 */
export function makeRoomForWords(fragment: Y.XmlFragment): void {
  const [block, ...rest] = fragment.toArray()
  if (rest.length > 0 || !(block instanceof Y.XmlElement) || block.length > 0) return
  if (block.nodeName !== 'paragraph') return
  fragment.doc?.transact(() => block.insert(0, [new Y.XmlText()]), room)
}
