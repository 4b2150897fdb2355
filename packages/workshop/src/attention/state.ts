import type { BoardId } from '@stip/primitives'

/** What the wall (beamer) shows: 'auto' follows the step; 'code' shows join code and QR; otherwise one board. */
export type WallChoice =
  | { readonly kind: 'auto' }
  | { readonly kind: 'code' }
  | { readonly kind: 'board'; readonly boardId: BoardId }

/** What people are asked to look at, whatever the step says. */
export interface AttentionState {
  /** A board that everybody looks at now. */
  readonly spotlight: BoardId | undefined
  readonly wall: WallChoice
  /** Which page of what the wall shows, from 0; undefined is the first. */
  readonly wallPage: number | undefined
}

export interface WithAttention {
  readonly attention: AttentionState
}

export type AttentionEvent =
  | { readonly type: 'spotlight-put'; readonly boardId: BoardId }
  | { readonly type: 'spotlight-taken-off' }
  | { readonly type: 'wall-chosen'; readonly choice: WallChoice }
  | { readonly type: 'wall-page-turned'; readonly page: number }
