import type { Area, Role } from '@stip/api'
import type { BoardId, RecordId, SessionId } from '@stip/primitives'
import type { ReactNode, Ref } from 'react'
import type { Making } from './picture/draw-picture.ts'

/** How a board's changes are doing, for the one small pill that a screen shows. */
export interface BoardStatus {
  /** 'saved' only when the server's disk confirmed everything. */
  readonly kind:
    | 'connecting'
    | 'syncing'
    | 'saved'
    | 'saving'
    | 'offline'
    | 'read-only'
    | 'refused'
    | 'damaged'
    | 'closed'
  /** Changes of this device that the server has not confirmed. */
  readonly unsavedCount: number
}

/** What a screen may ask of a board that it shows. */
export interface BoardHandle {
  /** A picture of everything on the board; in parts where one would be too small to read. */
  exportPngs(making?: Making): Promise<readonly Blob[]>
  /** A drawing (SVG) of everything on the board. */
  exportSvg(): Promise<Blob>
  /** The zone to work in at a place on the screen; undefined beside all of them. */
  zoneAt(point: { readonly x: number; readonly y: number }): RecordId | undefined
  zoomToArea(area: Area): void
  /** Shows all of the board; on a phone its beginning, large enough to read. */
  zoomToFit(): void
}

export interface BoardCanvasProps {
  readonly sessionId: SessionId
  readonly boardId: BoardId
  /** Which grant of this device applies. */
  readonly role: Role
  readonly access: 'read' | 'write'
  /** Where the step is; the view flies there when it changes. */
  readonly area?: Area | undefined
  /** 'none' on the wall: no tools, no cursors. */
  readonly chrome: 'full' | 'none'
  /** Whether this device keeps a copy; without one, a board that is ready is what the server has. */
  readonly keepsCopy?: boolean
  readonly onStatus?: ((status: BoardStatus) => void) | undefined
  /** Tells which one thing on the board this person chose; undefined for none, or more. */
  readonly onPick?: ((id: RecordId | undefined) => void) | undefined
  /** What can be done with what this person chose, besides what the board offers itself. */
  readonly pickedActions?: ReactNode
  /** Whether photos may be put on boards now. */
  readonly imagesAllowed?: boolean | undefined
  /** Whether only notes may be made on boards now. */
  readonly notesOnly?: boolean | undefined
  /** The board is loaded and on screen, and its handle is set. */
  readonly onReady?: (() => void) | undefined
  /** Name of an exported picture, without extension. */
  readonly exportName: string
  readonly apiRef?: Ref<BoardHandle> | undefined
}
