import type { Role } from '@stip/api'
import { generationOf, readUpdatesQuickly, writeUpdatesQuickly } from '@stip/documents/light'
import type { BoardId, RecordId, SessionId } from '@stip/primitives'
import { connectBoard } from '@stip/sync/client'
import type { BoardConnection } from '@stip/sync/client'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { onLeave } from './on-leave.ts'
import { OwnUndo } from './undo/own-undo.ts'

readUpdatesQuickly()
writeUpdatesQuickly()

/** Which board, and as whom. */
export interface SharedBoardOptions {
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

/**
 * A board as everything on this page shares it: its document, its one connection, and what this
 * person did. The canvas and the list each show it in their own way.
 */
export class SharedBoard {
  readonly document = new Y.Doc()
  readonly awareness = new Awareness(this.document)
  readonly undo = new OwnUndo(this.document)
  readonly writer: 'facilitator' | 'person'
  readonly #connection: BoardConnection
  readonly #screens = new Set<() => void>()
  readonly #stopWatching = onLeave(() => this.flush())
  #state: BoardState

  constructor({ sessionId, boardId, role, store = true }: SharedBoardOptions) {
    this.writer = role === 'facilitator' ? 'facilitator' : 'person'
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

  /** What is shown to others and never stored. */
  get ephemerals(): BoardConnection['ephemerals'] {
    return this.#connection.ephemerals
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

  /**
   * A screen that holds work for a moment before writing it is asked for it before the board or
   * the page goes, until the returned function is called.
   */
  addScreen(flush: () => void): () => void {
    this.#screens.add(flush)
    return () => this.#screens.delete(flush)
  }

  /** Has every screen write what it still holds. */
  flush(): void {
    for (const flush of this.#screens) flush()
  }

  /** Records that the server named when it refused a change. */
  get refusedRecords(): readonly RecordId[] {
    return this.#connection.refusal?.records ?? []
  }

  /** The board is here as the server has it, and the server said what this person may do. */
  get isAsOnServer(): boolean {
    return this.#connection.isLoaded && this.#connection.access !== undefined
  }

  /** Whether the server takes what this person writes, now or as soon as it can store again. */
  get mayWrite(): boolean {
    return this.#connection.access === 'write' || this.#connection.access === 'paused'
  }

  /** This document, and how far the server confirmed what this person did in it. */
  get work() {
    const connection = this.#connection
    return {
      mine: this.document,
      confirmed: (client: number) => connection.confirmedUpTo(client),
      removed: connection.unconfirmedRemovals,
    }
  }

  /** Somebody looks: others may see this person here. */
  show(): void {
    if (this.awareness.getLocalState() === null) this.awareness.setLocalState({})
  }

  /** Goes on without a screen: nobody sees this person here any more. */
  hide(): void {
    this.awareness.setLocalState(null)
  }

  /** Ends the connection; the document stays, and so does the copy on this device. */
  disconnectKeepingWork(): void {
    this.flush()
    this.#connection.destroy()
  }

  keepLocalCopy(): void {
    this.#connection.keepLocalCopy()
  }

  destroy(): void {
    this.flush()
    this.#connection.destroy()
    this.#letGo()
  }

  /** Ends the connection and removes the copy on this device; what is on screen stays. */
  async forgetCopy(): Promise<void> {
    await this.#connection.clearLocalCopy()
  }

  /** Lets go of what {@link strand} left, the copy on this device included. */
  async discard(): Promise<void> {
    await this.forgetCopy()
    this.#letGo()
  }

  #letGo(): void {
    this.#stopWatching()
    this.undo.destroy()
    this.awareness.destroy()
    this.document.destroy()
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
