import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import type { Writer } from '../gateway/check-creation.ts'
import { generationOf } from '../generation/generation.ts'
import { describeNotPlaced } from './not-placed.ts'
import type { NotPlaced } from './not-placed.ts'
import { changesBeyond, unconfirmedChanges } from './own-changes.ts'
import type { Confirmed, Removed } from './own-changes.ts'
import { textBefore } from './text-before.ts'
import { reissue } from './re-issue.ts'

/** Work that stands in a document which the server goes on without. */
export interface Stranded {
  /** The document that was refused, or is of another generation. */
  readonly mine: Y.Doc
  /** How far the server confirmed what this device wrote in it. */
  readonly confirmed: Confirmed
  /** Letters that were taken away on this device and that the server may have still. */
  readonly removed?: readonly Removed[]
}

/** Where stranded work may go. */
export interface Haven {
  /** A new document with the board as the server has it. */
  readonly board: Y.Doc
  /** Undefined for who may only look on now. */
  readonly writer: Writer | undefined
  /** Records that the server named in refusing. */
  readonly refused: ReadonlySet<RecordId>
}

/**
 * Brings stranded work to the board as far as it finds a place there.
 *
 * @returns What found none.
 */
export function recoverWork(
  { mine, confirmed, removed = [] }: Stranded,
  { board, writer, refused }: Haven,
): readonly NotPlaced[] {
  const isSameGeneration = generationOf(mine) === generationOf(board)
  const changes = isSameGeneration
    ? changesBeyond(mine, board)
    : unconfirmedChanges(mine, confirmed, removed)
  const lost =
    writer === undefined
      ? changes
      : reissue({
          mine,
          changes,
          board,
          isSameGeneration,
          writer,
          refused,
          textBefore: (id) => textBefore(mine, id, confirmed, removed),
        })
  return describeNotPlaced(mine, lost, board)
}

/** Everything that is lost when there is no board any more that it could go to. */
export function lostWork({ mine, confirmed, removed }: Stranded): readonly NotPlaced[] {
  return describeNotPlaced(mine, unconfirmedChanges(mine, confirmed, removed))
}
