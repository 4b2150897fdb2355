import { ASSET_PATH, imageAddresses } from '@stip/documents'
import type { BoardId, SessionId } from '@stip/primitives'
import type { Room } from '@stip/sync/room'
import { boardAccess, isRoomBoard, roomBoards } from '@stip/workshop'
import type { Actor, Session } from '@stip/workshop'
import type { ImageBoardStore } from '../storage/stores/image-board-store.ts'

interface ImageBoardsOptions {
  readonly store: ImageBoardStore
  /** Opens the room of a board. */
  readonly open: (boardId: BoardId) => Promise<Room>
  readonly tellError: (error: unknown) => void
}

/**
 * Which boards hold which images: an image may be seen by who may read a board that holds it, and by
 * nobody else. Where people put images is kept; where the server copied them, and where they stood before
 * that was kept, the boards tell themselves.
 */
export class ImageBoards {
  readonly #options: ImageBoardsOptions
  /** The addresses on boards that were read, until there may be new ones. */
  readonly #read = new Map<BoardId, Promise<ReadonlySet<string>>>()
  /** Of sessions that are open: on which boards people put images, by their names. */
  readonly #holders = new Map<SessionId, Map<string, Set<BoardId>>>()

  constructor(options: ImageBoardsOptions) {
    this.#options = options
  }

  /** There may be a new image on a board. */
  pictured(boardId: BoardId): void {
    this.#read.delete(boardId)
  }

  /** Reads what is asked of a session in one breath with a frame: before it is open. */
  async read(sessionId: SessionId): Promise<void> {
    const images = new Map<string, Set<BoardId>>()
    for (const { name, boardId } of await this.#options.store.ofSession(sessionId)) {
      images.set(name, (images.get(name) ?? new Set()).add(boardId))
    }
    this.#holders.set(sessionId, images)
  }

  forget(sessionId: SessionId): void {
    this.#holders.delete(sessionId)
  }

  /** An image was added for a board. */
  async hold(sessionId: SessionId, name: string, boardId: BoardId): Promise<void> {
    const images = this.#holders.get(sessionId)
    images?.set(name, (images.get(name) ?? new Set()).add(boardId))
    await this.#options.store.add(sessionId, { name, boardId })
  }

  /** Undefined while nobody read that of this session. */
  #boardsOf(sessionId: SessionId, name: string): readonly BoardId[] | undefined {
    const images = this.#holders.get(sessionId)
    return images && [...(images.get(name) ?? [])]
  }

  async #readBoardsOf(sessionId: SessionId, name: string): Promise<readonly BoardId[]> {
    const kept = await this.#options.store.ofSession(sessionId)
    return kept.flatMap((each) => (each.name === name ? [each.boardId] : []))
  }

  /**
   * Whether somebody may show an image on a board; from then on it is of that board as well. One that
   * is on private boards only, nobody shows elsewhere but their members.
   */
  mayShow(session: Session, boardId: BoardId, address: string, writer: Actor | undefined): boolean {
    const name = nameIn(session.id, address)
    if (name === undefined) return true
    const holders = this.#boardsOf(session.id, name)
    // Without knowing, nobody shows anything: it may be of a private board.
    if (holders === undefined) return false
    const isKnown = holders.some(
      (id) =>
        isRoomBoard(session, id) ||
        (writer !== undefined && boardAccess(session, writer, id) !== 'none'),
    )
    if (holders.length > 0 && !isKnown) return false
    if (holders.length > 0 && !holders.includes(boardId)) {
      this.hold(session.id, name, boardId).catch(this.#options.tellError)
    }
    return true
  }

  /** Whether a device may see an image, by all that it is in the session. */
  async mayRead(session: Session, actors: readonly Actor[], name: string): Promise<boolean> {
    const mayRead = (id: BoardId): boolean =>
      actors.some((actor) => boardAccess(session, actor, id) !== 'none')
    const holders = this.#boardsOf(session.id, name) ?? (await this.#readBoardsOf(session.id, name))
    if (holders.some(mayRead)) return true
    const address = addressOf(session.id, name)
    for (const { id } of session.boards.filter((board) => mayRead(board.id))) {
      // One after the other: the first is nearly always the one.
      // oxlint-disable-next-line no-await-in-loop
      if ((await this.#addressesOn(id)).has(address)) return true
    }
    // From before it was kept for which board: for any that the room shared.
    return holders.length === 0 && roomBoards(session).every(({ id }) => mayRead(id))
  }

  #addressesOn(boardId: BoardId): Promise<ReadonlySet<string>> {
    const known = this.#read.get(boardId)
    if (known !== undefined) return known
    const read = this.#readNow(boardId)
    this.#read.set(boardId, read)
    // What went wrong is tried again by who asks next.
    read.catch(() => this.#read.delete(boardId))
    return read
  }

  async #readNow(boardId: BoardId): Promise<ReadonlySet<string>> {
    const room = await this.#options.open(boardId)
    await room.settled()
    return room.read(imageAddresses)
  }
}

/** Where an image of a session is. */
export function addressOf(sessionId: SessionId, name: string): string {
  return `${ASSET_PATH}${sessionId}/${name}`
}

/** The name of an image of this session; undefined for any other address. */
function nameIn(sessionId: SessionId, address: string): string | undefined {
  const start = addressOf(sessionId, '')
  return address.startsWith(start) ? address.slice(start.length) : undefined
}
