import type { StoredRecord } from '@stip/board'
import { readBoard } from '@stip/documents/light'
import { useMemo, useSyncExternalStore } from 'react'
import { boardSession } from '../../board/board-sessions.ts'
import type { SharedBoard, SharedBoardOptions } from '../../board/shared-board.ts'

/** A record of a board as history shows it. */
export type RecordThen = Pick<StoredRecord, 'record' | 'isGone' | 'isTemplate'>

/** The board that stands on the page already, shared with whatever else shows it. */
export function useSharedBoard({
  sessionId,
  boardId,
  role,
}: SharedBoardOptions): SharedBoard | undefined {
  const life = useMemo(() => boardSession({ sessionId, boardId, role }), [sessionId, boardId, role])
  return useSyncExternalStore(life.subscribe, () => life.moment).board
}

/** What stands on a board now; read once, when somebody looks. */
export function useBoardNow(options: SharedBoardOptions): readonly RecordThen[] {
  const board = useSharedBoard(options)
  return useMemo(() => {
    board?.flush()
    return board === undefined ? [] : readBoard(board.document)
  }, [board])
}
