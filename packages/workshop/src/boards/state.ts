import type { BoardId, GroupId, PersonId } from '@stip/primitives'

/**
 * Plenair bord, groepsbord, the board of the globale visie (vision), all group boards as they
 * were, beside each other (an archive that no step works on), or a board of one person or of a circle
 * of persons that nobody else reads.
 */
export type BoardKind = 'plenary' | 'group' | 'vision' | 'side-by-side' | 'private'

/** A board of a session, and what it is for. Its content lives in its own document. */
export interface SessionBoard {
  readonly id: BoardId
  readonly kind: BoardKind
  /** Set for a group board (groepsbord). */
  readonly groupId: GroupId | undefined
  /** Set for a private board: whose it is, each once and in the order of their ids. */
  readonly members?: readonly PersonId[] | undefined
}

export interface WithBoards {
  readonly boards: readonly SessionBoard[]
}

export type BoardsEvent =
  | { readonly type: 'board-opened'; readonly board: SessionBoard }
  /** Put back to how it was; `moment` is the one that was kept just before. */
  | { readonly type: 'board-restored'; readonly boardId: BoardId; readonly moment: number }
  | { readonly type: 'restore-undone'; readonly boardId: BoardId; readonly moment: number }

const byMember = new WeakMap<
  readonly SessionBoard[],
  ReadonlyMap<PersonId, readonly SessionBoard[]>
>()

const none: readonly SessionBoard[] = []

/** The private boards that somebody is a member of. What they may do there is another question. */
export function ownBoards({ boards }: WithBoards, personId: PersonId): readonly SessionBoard[] {
  let known = byMember.get(boards)
  if (known === undefined) {
    const made = new Map<PersonId, SessionBoard[]>()
    for (const board of boards) {
      for (const id of board.members ?? []) made.set(id, [...(made.get(id) ?? []), board])
    }
    known = made
    byMember.set(boards, known)
  }
  return known.get(personId) ?? none
}

const byId = new WeakMap<readonly SessionBoard[], ReadonlyMap<BoardId, SessionBoard>>()

/** Looks a board up; undefined when the session has no such board. */
export function boardOf({ boards }: WithBoards, boardId: BoardId): SessionBoard | undefined {
  let known = byId.get(boards)
  if (known === undefined) {
    known = new Map(boards.map((board) => [board.id, board]))
    byId.set(boards, known)
  }
  return known.get(boardId)
}
