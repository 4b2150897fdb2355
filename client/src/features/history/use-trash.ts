import { layClear } from '@stip/board'
import { liveOf, readBoard } from '@stip/documents/light'
import type { RecordId } from '@stip/primitives'
import { useEffect, useState } from 'react'
import { edit, putBack } from '../../board/own-edits.ts'
import type { SharedBoardOptions } from '../../board/shared-board.ts'
import { goneWith, trashOf } from './trash.ts'
import type { TrashItem } from './trash.ts'
import { useSharedBoard } from './use-board-now.ts'

/** Often enough to see what others do, seldom enough for twelve people who draw. Milliseconds. */
const EVERY_MS = 500

/** What lies in the trash of a board now, and the way back from there. */
export interface Trash {
  /** Undefined until the board is there. */
  readonly items: readonly TrashItem[] | undefined
  readonly putBack: (id: RecordId) => void
  /** Takes back what this person did last: right after putting something back, that. */
  readonly undo: () => void
}

type UpdateListener = (
  update: Uint8Array,
  origin: unknown,
  doc: unknown,
  transaction: { readonly local: boolean },
) => void

/** Follows the trash of the board that stands on this page. */
export function useTrash(options: SharedBoardOptions): Trash {
  const board = useSharedBoard(options)
  const [items, setItems] = useState<readonly TrashItem[]>()
  useEffect(() => {
    if (board === undefined) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      timer = undefined
      board.flush()
      setItems(trashOf(readBoard(board.document)))
    }
    const plan = (...[, , , transaction]: Parameters<UpdateListener>): void => {
      // Who presses a button sees what it did, not a moment later.
      if (transaction.local) {
        clearTimeout(timer)
        timer = setTimeout(look, 0)
      } else timer ??= setTimeout(look, EVERY_MS)
    }
    timer = setTimeout(look, 0)
    board.document.on('update', plan)
    return () => {
      clearTimeout(timer)
      board.document.off('update', plan)
    }
  }, [board])
  return {
    items,
    putBack: (id) => {
      if (board === undefined) return
      putBack(board, [id, ...goneWith(readBoard(board.document), id)])
      // Its place may be taken by now.
      const change = layClear(liveOf(readBoard(board.document)), id)
      if (change !== undefined) edit(board, change)
    },
    undo: () => void board?.undo.undo(),
  }
}
