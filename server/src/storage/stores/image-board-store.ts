import type { BoardId, SessionId } from '@stip/primitives'

/** That an image was put on a board. */
export interface ImageOnBoard {
  readonly name: string
  readonly boardId: BoardId
}

/** Keeps on which boards people put images; what the server copied there stands on the boards alone. */
export interface ImageBoardStore {
  /** Once more changes nothing. */
  add(sessionId: SessionId, image: ImageOnBoard): Promise<void>
  /** Without images of before this was kept. */
  ofSession(sessionId: SessionId): Promise<readonly ImageOnBoard[]>
}
