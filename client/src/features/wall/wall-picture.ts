import type { SessionView, StepView } from '@stip/api'

type BoardInView = SessionView['boards'][number]

/** What the wall shows. */
export type WallPicture =
  | { readonly kind: 'code' }
  | { readonly kind: 'step'; readonly step: StepView }
  | {
      readonly kind: 'boards'
      /** Read one behind the other. */
      readonly boards: readonly BoardInView[]
      /** What it shows while there is nothing to read on them. */
      readonly otherwise: WallPicture | undefined
    }
  | { readonly kind: 'ended' }
  /** What the room is asked, or what that came to. */
  | { readonly kind: 'question' }

/**
 * Decides what sixty people look at. The facilitator's choice comes first; after the end it is what
 * people made; then what the room is asked, what everybody was asked to look at, and then what the step needs: the code
 * while people come in, the vision while the room works on it, else its question, task and clock.
 */
export function wallPicture(view: SessionView): WallPicture {
  const chosen = view.wall.kind === 'board' ? boardOf(view, view.wall.boardId) : undefined
  if (chosen !== undefined) return { kind: 'boards', boards: [chosen], otherwise: undefined }
  if (view.wall.kind === 'code') return { kind: 'code' }
  if (view.endedAt !== undefined) return afterwards(view)
  if (view.question !== undefined) return { kind: 'question' }
  const led = boardOf(view, view.spotlight)
  if (led !== undefined) return { kind: 'boards', boards: [led], otherwise: undefined }
  const step = view.steps[view.position]
  if (step === undefined || step.kind === 'welcome') return { kind: 'code' }
  const picture: WallPicture = { kind: 'step', step }
  const current = boardOf(view, view.current.boardId)
  return current?.kind === 'vision' && readsAlong.has(step.kind)
    ? { kind: 'boards', boards: [current], otherwise: picture }
    : picture
}

/** Steps in which the room reads what stands on the vision: while it is written, and while it is judged. */
const readsAlong: ReadonlySet<string> = new Set(['break', 'merge'])

/** The vision; when there is nothing to read on it, what the groups made. */
function afterwards({ boards }: SessionView): WallPicture {
  const groups = boards.filter(({ kind }) => kind === 'group')
  const vision = boards.filter(({ kind }) => kind === 'vision')
  const ofGroups: WallPicture = { kind: 'boards', boards: groups, otherwise: { kind: 'ended' } }
  return { kind: 'boards', boards: vision, otherwise: ofGroups }
}

function boardOf(view: SessionView, boardId: string | undefined): BoardInView | undefined {
  return view.boards.find((board) => board.id === boardId)
}
