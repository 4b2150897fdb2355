import type { Role } from '@stip/api'
import { plainTextOf, readRecord } from '@stip/documents'
import type { BoardId, RecordId, SessionId } from '@stip/primitives'
import { connectBoard } from '@stip/sync/client'
import type { BoardConnection } from '@stip/sync/client'
import type { Editor, TLStore, TLTextOptions } from 'tldraw'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { nlCanvas } from '../texts/nl-canvas.ts'
import { BoardBinding } from './binding/board-binding.ts'
import { browserFrames } from './binding/frames.ts'
import type { Patch } from './binding/outgoing.ts'
import { createBoardStore } from './board-store.ts'
import { Notices } from './notices.ts'
import { coTyping } from './text/co-typing.ts'

/** Which board, and as whom. */
export interface OpenBoardOptions {
  readonly sessionId: SessionId
  readonly boardId: BoardId
  readonly role: Role
}

/** What a screen shows of a board's connection. */
export interface BoardState {
  readonly status: BoardConnection['status']
  readonly unsavedCount: number
  readonly isLoaded: boolean
}

/** A board while somebody looks at it: its document, connection, screen and what binds them. */
export class OpenBoard {
  readonly document = new Y.Doc()
  readonly awareness = new Awareness(this.document)
  readonly notices = new Notices()
  readonly store: TLStore
  readonly binding: BoardBinding
  readonly textOptions: TLTextOptions
  #editor: Editor | undefined
  readonly #connection: BoardConnection
  /** Records that this person changed and the server has not confirmed. */
  readonly #unsaved = new Set<RecordId>()
  #state: BoardState

  constructor({ sessionId, boardId, role }: OpenBoardOptions) {
    this.store = createBoardStore()
    this.binding = new BoardBinding({
      store: this.store,
      document: this.document,
      frames: browserFrames,
      onWritten: (patches) => this.#written(patches),
      onRejected: () => this.notices.show({ kind: 'problem', text: nlCanvas.notAllowed }),
    })
    this.textOptions = coTyping({
      document: this.document,
      awareness: this.awareness,
      binding: this.binding,
      editor: () => this.#editor,
    })
    this.#connection = connectBoard({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`,
      boardId,
      parameters: { as: role },
      document: this.document,
      awareness: this.awareness,
      storeKey: `${sessionId}.${role}`,
    })
    this.#state = stateOf(this.#connection)
  }

  get state(): BoardState {
    return this.#state
  }

  /** Tells the board that it is on screen, until the returned function is called. */
  attach(editor: Editor): () => void {
    this.#editor = editor
    return () => {
      if (this.#editor === editor) this.#editor = undefined
    }
  }

  /** Calls back when the state changed. */
  subscribe(listener: () => void): () => void {
    return this.#connection.subscribe(() => {
      const next = stateOf(this.#connection)
      if (next.status === 'saved' && next.unsavedCount === 0) this.#unsaved.clear()
      if (isSame(this.#state, next)) return
      this.#state = next
      listener()
    })
  }

  /** The words in what this person wrote and the server does not have. */
  unsavedTexts(): readonly string[] {
    return [...this.#unsaved]
      .map((id) => plainTextOf(readRecord(this.document, id)?.record.props['richText']).trim())
      .filter((text) => text !== '')
  }

  destroy(): void {
    this.binding.destroy()
    this.#connection.destroy()
    this.awareness.destroy()
    this.document.destroy()
    this.notices.clear()
  }

  /** Stops, and forgets what this device kept of the board: the server's copy is the right one. */
  async discard(): Promise<void> {
    await this.#connection.clearLocalCopy()
    this.destroy()
  }

  #written(patches: readonly Patch[]): void {
    for (const { id } of patches) this.#unsaved.add(id)
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

function stateOf({ status, unsavedCount, isLoaded }: BoardConnection): BoardState {
  return { status, unsavedCount, isLoaded }
}

function isSame(one: BoardState, other: BoardState): boolean {
  return (
    one.status === other.status &&
    one.unsavedCount === other.unsavedCount &&
    one.isLoaded === other.isLoaded
  )
}
