import { placeItemsQuickly, plainTextOf, readRecord } from '@stip/documents'
import type { RecordId } from '@stip/primitives'
import type { Editor, TLStore, TLTextOptions } from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Patch } from '../board/patch.ts'
import type { SharedBoard } from '../board/shared-board.ts'
import { nlCanvas } from '../texts/board/nl-canvas.ts'
import { BoardBinding } from './binding/board-binding.ts'
import { browserFrames } from './binding/frames.ts'
import { createBoardStore } from './setup/board-store.ts'
import { Notices } from './notices.ts'
import { coTyping } from './text/co-typing.ts'

// Before any board is read here. The list has no room for it, and less to wait for.
placeItemsQuickly()

/** A board on the screen of tldraw: what tldraw keeps of it, and what binds the two. */
export class OpenBoard {
  readonly shared: SharedBoard
  readonly document: Y.Doc
  readonly awareness: Awareness
  readonly notices = new Notices()
  readonly store: TLStore
  readonly binding: BoardBinding
  readonly textOptions: TLTextOptions
  #editor: Editor | undefined
  readonly #removeScreen: () => void

  constructor(shared: SharedBoard) {
    this.shared = shared
    this.document = shared.document
    this.awareness = shared.awareness
    this.store = createBoardStore()
    this.binding = new BoardBinding({
      store: this.store,
      document: this.document,
      undo: shared.undo,
      frames: browserFrames,
      onWritten: (patches) => this.#written(patches),
      onRejected: () => this.notices.show({ kind: 'problem', text: nlCanvas.notAllowed }),
    })
    this.textOptions = coTyping({
      document: this.document,
      awareness: this.awareness,
      binding: this.binding,
      editor: () => this.#editor,
      onReadOnly: () => this.notices.show({ kind: 'info', text: nlCanvas.onlyToRead }),
    })
    this.#removeScreen = shared.addScreen(() => this.binding.flushOut(true))
  }

  /** What is shown to others and never stored. */
  get ephemerals(): SharedBoard['ephemerals'] {
    return this.shared.ephemerals
  }

  /** Tells the board that it is on screen, until the returned function is called. */
  attach(editor: Editor): () => void {
    this.#editor = editor
    return () => {
      if (this.#editor === editor) this.#editor = undefined
    }
  }

  /** Writes what the screen still holds and lets go of the board, which goes on without it. */
  destroy(): void {
    this.#removeScreen()
    this.binding.destroy()
    this.notices.clear()
  }

  #written(patches: readonly Patch[]): void {
    const removed = patches
      .filter(({ key, after }) => key === 'gone' && after === true)
      .map(({ id }) => id)
    const seen = removed.filter((id) => this.#showsSomething(id))
    if (seen.length === 0) return
    this.notices.show({
      kind: 'info',
      text: nlCanvas.removed(seen.length),
      action: { name: nlCanvas.putBack, run: () => this.binding.putBack(removed) },
    })
  }

  /** Text that never got a letter goes away by itself; nobody needs to hear of it. */
  #showsSomething(id: RecordId): boolean {
    const record = readRecord(this.document, id)?.record
    if (record?.typeName !== 'shape') return false
    return record.type !== 'text' || plainTextOf(record.props['richText']).trim() !== ''
  }
}
