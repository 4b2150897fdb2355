import { react } from 'tldraw'
import type { Editor, TLShapeId } from 'tldraw'
import { perEditor } from '../setup/per-editor.ts'

/**
 * Which shapes somebody has in hand: selected alone, or being typed in. One listener for the whole
 * board, because thousands of notes that each listen are what makes a board slow.
 */
export class NotesInHand {
  readonly #listeners = new Map<TLShapeId, Set<() => void>>()
  #ids: ReadonlySet<TLShapeId> = new Set()

  static readonly of = perEditor((editor) => new NotesInHand(editor))

  private constructor(editor: Editor) {
    const stop = react('notes in hand', () => this.#change(inHand(editor)))
    editor.disposables.add(stop)
  }

  has(id: TLShapeId): boolean {
    return this.#ids.has(id)
  }

  /** Calls back when this note is taken in hand or let go, until the returned function is called. */
  subscribe(id: TLShapeId, listener: () => void): () => void {
    const listeners = this.#listeners.get(id) ?? new Set()
    this.#listeners.set(id, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(id)
    }
  }

  #change(ids: ReadonlySet<TLShapeId>): void {
    const changed = ids.symmetricDifference(this.#ids)
    this.#ids = ids
    for (const id of changed) for (const listener of this.#listeners.get(id) ?? []) listener()
  }
}

/** As tldraw decides for which shapes a text editor has to be at hand. */
function inHand(editor: Editor): ReadonlySet<TLShapeId> {
  const editing = editor.getEditingShapeId()
  const hovered = editing === null ? null : editor.getHoveredShapeId()
  return new Set([editor.getOnlySelectedShapeId(), editing, hovered].filter((id) => id !== null))
}
