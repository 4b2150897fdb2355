import type { BoardId } from '@stip/primitives'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Removed } from './own-clocks.ts'
import type { Access, Refused } from '../protocol/index.ts'
import type { Ephemerals } from './ephemerals.ts'

/**
 * How a board stands, as a person should see it.
 *
 * 'connecting' first attempt · 'syncing' connected, exchanging what each side misses · 'saved'
 * everything is on the server's disk · 'saving' not yet · 'offline' trying again by itself ·
 * 'read-only' looking on (or, with access 'paused', the server cannot store anything now) ·
 * 'refused' the server did not take a change, nothing is sent any more · 'damaged' the server's own copy cannot
 * be opened, what stands here stays · 'closed' for good.
 */
export type ConnectionStatus =
  | 'connecting'
  | 'syncing'
  | 'saved'
  | 'saving'
  | 'offline'
  | 'read-only'
  | 'refused'
  | 'damaged'
  | 'closed'

/** Where and as whom to connect. */
export interface ConnectOptions {
  /** 'ws://host/sync', without the board. */
  readonly url: string
  readonly boardId: BoardId
  /** Which grant of this device applies: { as, session? … }; `stip=1` is added. */
  readonly parameters: Readonly<Record<string, string>>
  readonly document: Y.Doc
  /** Cursors of others and one's own; made for the document when left out. */
  readonly awareness?: Awareness
  /** Names who uses this device for this board: a local copy is kept per board and per key. */
  readonly storeKey?: string
  /** False keeps no local copy until `keepLocalCopy` is called, even with a `storeKey`. */
  readonly store?: boolean
  /** The generation of what the document holds; 0 while it holds nothing. */
  readonly generation?: (document: Y.Doc) => number
  /** The sockets to use; the browser's own when left out. */
  readonly webSocket?: typeof WebSocket
  /** Spreads the moments at which clients come back; from 0 up to 1. */
  readonly random?: () => number
}

/** A document that is kept equal to a board on the server, for as long as it is not destroyed. */
export interface BoardConnection {
  readonly status: ConnectionStatus
  /** Own changes that the server has not confirmed, since this connection was made. */
  readonly unsavedCount: number
  /** What the server lets us do; undefined until it said so. */
  readonly access: Access | undefined
  /** Why the status is 'refused'. */
  readonly refusal: Refused | undefined
  /** The CloseCode with which the status became 'closed'. */
  readonly closeCode: number | undefined
  /** The server's generation of the board, once it said so. */
  readonly generation: number | undefined
  /** The server speaks a newer version than this page: read-only until the page is loaded anew. */
  readonly mustReload: boolean
  /** There is something to show: a local copy was read, or the first full sync happened. */
  readonly isLoaded: boolean
  readonly awareness: Awareness
  /** What is shown to others and never stored. */
  readonly ephemerals: Pick<Ephemerals, 'send' | 'subscribe'>
  /**
   * How far the server confirmed what a client id of this device wrote: the first clock that it
   * may not have. Infinity for ids of others.
   */
  confirmedUpTo(client: number): number
  /** Letters that were taken away on this device, and that the server may have still. */
  readonly unconfirmedRemovals: readonly Removed[]
  /** Begins a local copy now, for a connection that was made with `store: false`. */
  keepLocalCopy(): void
  /** Calls `listener` after any of the above changed, until the returned function is called. */
  subscribe(listener: () => void): () => void
  /**
   * Calls `listener` once when the server refuses a change (at once if it already has), or has
   * begun the board anew since this document was filled (code 4410). The document cannot be
   * mended: clear the local copy and connect a new document.
   */
  onRefused(listener: (refusal: Refused) => void): () => void
  /** Stops for good; the document stays as it is, and so does the local copy. */
  destroy(): void
  /** Stops for good and removes this board's copy of this person from the device. */
  clearLocalCopy(): Promise<void>
}
