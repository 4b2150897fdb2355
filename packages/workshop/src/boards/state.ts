import type { BoardId, GroupId } from '@stip/primitives'

/**
 * Plenair bord, groepsbord, the board of the globale visie (vision), or all group boards as they
 * were, beside each other: an archive that no step works on.
 */
export type BoardKind = 'plenary' | 'group' | 'vision' | 'side-by-side'

/** A board of a session, and what it is for. Its content lives in its own document. */
export interface SessionBoard {
  readonly id: BoardId
  readonly kind: BoardKind
  /** Set for a group board (groepsbord). */
  readonly groupId: GroupId | undefined
}

export interface WithBoards {
  readonly boards: readonly SessionBoard[]
}
