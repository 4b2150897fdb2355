import { Editor as TextEditor } from '@tiptap/core'
import type { JSONContent } from '@tiptap/core'
import type { RecordId } from '@stip/primitives'
import type { Editor, TLRichText, TLShape, TLShapeId, TLStore } from 'tldraw'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { behaveOnSharedBoard } from '../tldraw-patches/behaviour.ts'
import { BoardBinding } from '../binding/board-binding.ts'
import { createBoardStore } from '../setup/board-store.ts'
import { coTyping } from '../text/co-typing.ts'
import { setToolDefaults } from '../setup/tool-defaults.ts'
import { headlessEditor } from './headless-editor.ts'
import type { SimulatedLine, SimulatedRoom } from './simulated-room.ts'

/** A person at a board with everything the product gives them, except a screen and a network. */
export class Drawer {
  readonly document = new Y.Doc()
  readonly awareness: Awareness
  readonly store: TLStore
  readonly editor: Editor
  readonly binding: BoardBinding
  readonly rejected: string[] = []
  /** Texts that this person could only read. */
  onlyRead = 0
  line: SimulatedLine | undefined
  /** What the person types in now. */
  typing: TextEditor | undefined
  readonly #room: SimulatedRoom
  readonly #stops: (() => void)[]
  #wantsFrame = false
  #crash: unknown

  /** @param stored - The copy on the device, of somebody who comes back. */
  constructor(room: SimulatedRoom, clientId: number, stored?: Uint8Array) {
    this.#room = room
    this.document.clientID = clientId
    if (stored !== undefined) Y.applyUpdate(this.document, stored)
    this.awareness = new Awareness(this.document)
    this.store = createBoardStore()
    this.binding = new BoardBinding({
      store: this.store,
      document: this.document,
      frames: () => ({
        request: () => void (this.#wantsFrame = true),
        stop: () => void (this.#wantsFrame = false),
      }),
      onRejected: () => this.rejected.push('rejected'),
    })
    const options = coTyping({
      document: this.document,
      awareness: this.awareness,
      binding: this.binding,
      editor: () => this.editor,
      onReadOnly: () => void this.onlyRead++,
    })
    this.editor = headlessEditor(this.store, options)
    this.editor.on('crash', ({ error }) => {
      this.#crash = error
    })
    this.#stops = [behaveOnSharedBoard(this.editor, this.binding), setToolDefaults(this.editor)]
  }

  get isOnline(): boolean {
    return this.line !== undefined
  }

  connect(): void {
    this.line ??= this.#room.connect(this.document)
  }

  cut(): void {
    this.line?.cut()
    this.line = undefined
  }

  /** A new gesture or key: what follows is one step of undo. */
  press(): void {
    this.editor.getContainer().dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))
  }

  /** A frame passes: what happened is written, what came in is shown. */
  frame(): void {
    if (this.#wantsFrame) {
      this.#wantsFrame = false
      this.binding.flush()
    }
    // React takes a text editor away with the shape that it stood in.
    if (this.typing !== undefined && this.editor.getEditingShapeId() === null) this.stopTyping()
  }

  /** Opens the text editor in a shape, as tldraw does when a person double-clicks on it. */
  startTyping(id: RecordId): void {
    this.stopTyping()
    const { editor } = this
    editor.setEditingShape(id as TLShapeId)
    const { tipTapConfig } = editor.getTextOptions()
    if (editor.getEditingShapeId() !== id || tipTapConfig === undefined) return
    this.typing = new TextEditor({
      ...tipTapConfig,
      element: document.createElement('div'),
      autofocus: false,
      content: this.#wordsOf(id),
      onUpdate: ({ editor: text }) => {
        const richText = text.state.doc.toJSON() as TLRichText
        const shape = editor.getShape(id as TLShapeId)
        if (shape !== undefined) editor.updateShape({ ...shape, props: { richText } })
      },
    })
  }

  stopTyping(): void {
    this.typing?.destroy()
    this.typing = undefined
    if (this.editor.getEditingShapeId() !== null) this.editor.setEditingShape(null)
  }

  /** What is shown and shared, in a form that two people can be compared by. */
  shown(): unknown[] {
    return this.store
      .allRecords()
      .filter(({ typeName }) => ['shape', 'binding', 'asset'].includes(typeName))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  }

  /** The shapes on the page, in the order in which they came. */
  readonly shapes = (): TLShape[] => this.editor.getCurrentPageShapes()

  /** Works out everything that a screen would draw; a board that cannot be drawn throws here. */
  look(): void {
    const { editor } = this
    editor.getRenderingShapes()
    editor.getCurrentPageBounds()
    for (const shape of editor.getCurrentPageShapesSorted()) {
      editor.getShapeGeometry(shape)
      editor.getShapeMaskedPageBounds(shape)
    }
    editor.getShapeAtPoint({ x: 300, y: 300 }, { hitInside: true })
    if (this.#crash !== undefined) throw new Error('tldraw crashed.', { cause: this.#crash })
  }

  /** Closes the page. What this device keeps is returned. */
  leave(): Uint8Array {
    this.stopTyping()
    this.cut()
    this.binding.destroy()
    for (const stop of this.#stops) stop()
    this.editor.dispose()
    this.editor.getContainer().remove()
    this.awareness.destroy()
    const stored = Y.encodeStateAsUpdate(this.document)
    this.document.destroy()
    return stored
  }

  #wordsOf(id: RecordId): JSONContent | null {
    const props: { richText?: JSONContent } = this.editor.getShape(id as TLShapeId)?.props ?? {}
    return props.richText ?? null
  }
}
