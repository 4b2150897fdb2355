import type { SessionView } from '@stip/api'
import { ownGroup } from '@stip/workshop'
import { useState } from 'react'

type BoardInView = SessionView['boards'][number]

/**
 * Whether somebody reads a board before seeing all of it: when everybody was taken along to it,
 * when groups show each other what they made, and after the end.
 */
export function readsFirst(view: SessionView, board: BoardInView): boolean {
  if (board.kind !== 'group' && board.kind !== 'vision') return false
  if (view.endedAt !== undefined || view.spotlight === board.id) return true
  const kind = view.steps[view.position]?.kind
  // The own board stays what it is when it is frozen: what did not get there is told on it.
  return (
    board.access === 'read' &&
    (kind === 'share' || kind === 'merge') &&
    ownGroup(view)?.boardId !== board.id
  )
}

/** The choice between reading a board and the board itself. */
export interface ReadingChoice {
  /** Undefined where there is nothing to choose: then one sees the board. */
  readonly shown: 'reading' | 'board' | undefined
  readonly choose: (shown: 'reading' | 'board') => void
}

/** Reading, where that comes first, until this person asks for the board; the next time it comes first again. */
export function useReadingChoice(
  view: SessionView,
  board: BoardInView | undefined,
  moment: string,
): ReadingChoice {
  const [wished, setWished] = useState<string | undefined>()
  const here = `${moment} ${board?.id ?? ''}`
  const choose = (shown: 'reading' | 'board'): void => {
    setWished(shown === 'board' ? here : undefined)
  }
  if (board === undefined || !readsFirst(view, board)) return { shown: undefined, choose }
  return { shown: wished === here ? 'board' : 'reading', choose }
}
