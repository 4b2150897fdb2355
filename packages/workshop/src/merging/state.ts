import type { BoardId } from '@stip/primitives'
import { isVisionUsed } from '../steps/areas.ts'
import type { WithSteps } from '../steps/state.ts'

/** What a session remembers of merging (samenvoegen). */
export interface MergeState {
  /** How many merges stand now (merges that were undone do not count). */
  readonly count: number
  readonly lastAt: number | undefined
  readonly canUndo: boolean
}

export interface WithMerging {
  readonly merging: MergeState
}

export type MergeEvent =
  /** `shows` is the board that everybody looks at from now on; undefined: everybody stays where they are. */
  | { readonly type: 'boards-merged'; readonly at: number; readonly shows: BoardId | undefined }
  | {
      readonly type: 'merge-undone'
      readonly lastAt: number | undefined
      readonly canUndo: boolean
      /** Boards at which nobody is kept any more. */
      readonly releases: readonly BoardId[]
    }

export type MergingEvent =
  | MergeEvent
  /** Cards of groups came onto the vision, or went off it again, one by one and outside of a merge. */
  | { readonly type: 'cards-brought'; readonly count: number }
  | { readonly type: 'cards-put-back'; readonly count: number }

/** Whether there is something on the vision: it was merged, or a step that works on it was opened. */
export function hasVision(session: WithMerging & WithSteps): boolean {
  return session.merging.count > 0 || isVisionUsed(session)
}
