import type { SessionId } from '@stip/primitives'
import type { ImageBoardStore, ImageOnBoard } from '../../storage/stores/image-board-store.ts'

/** Keeps on which boards images are while the process lives. */
export class MemoryImageBoards implements ImageBoardStore {
  readonly #images = new Map<SessionId, readonly ImageOnBoard[]>()

  async add(sessionId: SessionId, image: ImageOnBoard): Promise<void> {
    const before = await this.ofSession(sessionId)
    const isThere = before.some(({ name, boardId }) => {
      return name === image.name && boardId === image.boardId
    })
    if (!isThere) this.#images.set(sessionId, [...before, image])
  }

  async ofSession(sessionId: SessionId): Promise<readonly ImageOnBoard[]> {
    return this.#images.get(sessionId) ?? []
  }
}
