import type { Role } from '@stip/api'
import { generationOf, lostWork, plainTextOf, readRecord, recoverWork } from '@stip/documents'
import type { NotPlaced } from '@stip/documents'
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
  /** False keeps no copy on this device until `keepLocalCopy` is called. */
  readonly store?: boolean
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
  readonly #writer: 'facilitator' | 'person'
  #state: BoardState

  constructor({ sessionId, boardId, role, store = true }: OpenBoardOptions) {
    this.#writer = role === 'facilitator' ? 'facilitator' : 'person'
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
      store,
      generation: generationOf,
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
      if (isSame(this.#state, next)) return
      this.#state = next
      listener()
    })
  }

  /** Records that the server named when it refused a change. */
  get refusedRecords(): readonly RecordId[] {
    return this.#connection.refusal?.records ?? []
  }

  /** The board is here as the server has it, and the server said what this person may do. */
  get isAsOnServer(): boolean {
    return this.#connection.isLoaded && this.#connection.access !== undefined
  }

  /**
   * Brings work from a document that the server went on without to this board.
   *
   * @param refused - Records that are not tried again.
   * @returns What found no place.
   */
  takeOver(stranded: OpenBoard, refused: ReadonlySet<RecordId>): readonly NotPlaced[] {
    const mayWrite = this.#connection.access === 'write' || this.#connection.access === 'paused'
    return recoverWork(stranded.#work, {
      board: this.document,
      writer: mayWrite ? this.#writer : undefined,
      refused,
    })
  }

  /** What this person did and the server will never have: the board is closed to them. */
  lostWork(): readonly NotPlaced[] {
    return lostWork(this.#work)
  }

  /** Goes on without a screen: nobody sees this person here any more. */
  hide(): void {
    this.awareness.setLocalState(null)
  }

  /** Ends the connection; the document stays, and so does the copy on this device. */
  strand(): void {
    this.binding.destroy()
    this.#connection.destroy()
    this.notices.clear()
  }

  keepLocalCopy(): void {
    this.#connection.keepLocalCopy()
  }

  destroy(): void {
    this.binding.destroy()
    this.#connection.destroy()
    this.awareness.destroy()
    this.document.destroy()
    this.notices.clear()
  }

  /** Ends the connection and removes the copy on this device; what is on screen stays. */
  async forgetCopy(): Promise<void> {
    await this.#connection.clearLocalCopy()
  }

  /** Lets go of what {@link strand} left, the copy on this device included. */
  async discard(): Promise<void> {
    await this.forgetCopy()
    this.awareness.destroy()
    this.document.destroy()
  }

  get #work() {
    const connection = this.#connection
    return {
      mine: this.document,
      confirmed: (client: number) => connection.confirmedUpTo(client),
    }
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
