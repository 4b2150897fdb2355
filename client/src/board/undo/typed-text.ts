import * as Y from 'yjs'

/** Origin of text that is written without an open text editor. */
export const textOrigin = Symbol('text')

/** A pause in typing ends a step. Milliseconds. */
const PAUSE_MS = 700

/**
 * Undo of what a person typed, letter by letter: what others typed in between stays, also when
 * they typed in a paragraph or a note that this person made.
 */
export class TypedText {
  readonly #manager: Y.UndoManager
  readonly #clientId: number

  /** @param onStep - A new stretch of typing began. */
  constructor(document: Y.Doc, onStep: () => void) {
    this.#clientId = document.clientID
    this.#manager = new Y.UndoManager(document.getMap('records'), {
      trackedOrigins: new Set<unknown>([textOrigin]),
      captureTimeout: PAUSE_MS,
      deleteFilter: (item) => !this.#holdsWorkOfOthers(item),
    })
    this.#manager.on('stack-item-added', ({ type, origin }) => {
      if (type === 'undo' && origin !== this.#manager) onStep()
    })
  }

  /** Letters that come in under this origin are this person's own as well. */
  track(origin: unknown): void {
    this.#manager.addTrackedOrigin(origin)
  }

  undo(): boolean {
    return this.#manager.undo() !== null
  }

  redo(): boolean {
    return this.#manager.redo() !== null
  }

  forgetRedos(): void {
    if (this.#manager.canRedo()) this.#manager.clear(false, true)
  }

  /** What is typed next is a step of its own. */
  endStep(): void {
    this.#manager.stopCapturing()
  }

  destroy(): void {
    this.#manager.destroy()
  }

  #holdsWorkOfOthers(item: Y.Item): boolean {
    if (!(item.content instanceof Y.ContentType)) return false
    // Yjs has no public way to ask who wrote a letter.
    // oxlint-disable-next-line no-underscore-dangle
    for (let child = item.content.type._start; child !== null; child = child.right) {
      if (child.deleted) continue
      if (child.id.client !== this.#clientId || this.#holdsWorkOfOthers(child)) return true
    }
    return false
  }
}
