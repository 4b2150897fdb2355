import type { SessionView, StepView } from '@stip/api'

type BoardInView = SessionView['boards'][number]

/** What the wall shows. */
export type WallPicture =
  | { readonly kind: 'code' }
  | { readonly kind: 'step'; readonly step: StepView }
  | { readonly kind: 'board'; readonly board: BoardInView }
  | { readonly kind: 'ended' }

/**
 * Decides what sixty people look at. The facilitator's choice comes first, then what everybody
 * was asked to look at, then what the step needs: the code while people come in, else its question,
 * its task and the clock.
 */
export function wallPicture(view: SessionView): WallPicture {
  const chosen = view.wall.kind === 'board' ? boardOf(view, view.wall.boardId) : undefined
  if (chosen !== undefined) return { kind: 'board', board: chosen }
  if (view.wall.kind === 'code') return { kind: 'code' }
  const led = boardOf(view, view.spotlight)
  if (led !== undefined) return { kind: 'board', board: led }
  if (view.endedAt !== undefined) return afterwards(view)
  const step = view.steps[view.position]
  if (step === undefined || step.kind === 'welcome') return { kind: 'code' }
  return { kind: 'step', step }
}

function afterwards(view: SessionView): WallPicture {
  const vision = view.boards.find((board) => board.kind === 'vision')
  if (view.merge.count > 0 && vision !== undefined) return { kind: 'board', board: vision }
  return { kind: 'ended' }
}

function boardOf(view: SessionView, boardId: string | undefined): BoardInView | undefined {
  return view.boards.find((board) => board.id === boardId)
}
