import { StipError } from '@stip/primitives'
import type { BoardId } from '@stip/primitives'

/** A change of the server's own did not reach the disk; nothing of it was shown or stays. */
export class BoardNotStoredError extends StipError {
  override readonly name = 'BoardNotStoredError'
  readonly code = 'STIP_BOARD_NOT_STORED'

  constructor(boardId: BoardId, options?: ErrorOptions) {
    super(`Board ${boardId} cannot be stored now.`, options)
  }
}

/** Somebody changed or joined a room that was closed; open it anew. */
export class RoomClosedError extends StipError {
  override readonly name = 'RoomClosedError'
  readonly code = 'STIP_ROOM_CLOSED'

  constructor(boardId: BoardId) {
    super(`The room of board ${boardId} is closed.`)
  }
}
