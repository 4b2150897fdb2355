import type { SessionView } from '@stip/api'

type BoardInView = SessionView['boards'][number]

/** What the wall shows. */
export type WallPicture =
  | { readonly kind: 'code' }
  | { readonly kind: 'step' }
  | { readonly kind: 'board'; readonly board: BoardInView }
  | { readonly kind: 'ended' }

/**
 * Decides what sixty people look at. The facilitator's choice comes first, then what everybody
 * was asked to look at, then what the step needs: the code while people come in, the instruction
 * and the clock while groups work, the board when the room works together.
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
  const current = boardOf(view, view.current.boardId)
  if (step.setting === 'plenary' && step.hasBoard && current !== undefined) {
    return { kind: 'board', board: current }
  }
  return { kind: 'step' }
}

function afterwards(view: SessionView): WallPicture {
  const vision = view.boards.find((board) => board.kind === 'vision')
  if (view.merge.count > 0 && vision !== undefined) return { kind: 'board', board: vision }
  return { kind: 'ended' }
}

function boardOf(view: SessionView, boardId: string | undefined): BoardInView | undefined {
  return view.boards.find((board) => board.id === boardId)
}

/** The most words that can be read from ten metres while somebody speaks. */
const mostWords = 12

/**
 * The instruction for the wall: the first sentence that is short enough, else the first one cut
 * after twelve words.
 */
export function shortInstruction(instruction: readonly string[]): string {
  const sentences = instruction.flatMap((text) => text.split(/(?<=[.!?])\s+/))
  const short = sentences.find((sentence) => wordsOf(sentence).length <= mostWords)
  if (short !== undefined) return short
  const words = wordsOf(sentences[0] ?? '')
  return words.length === 0 ? '' : `${words.slice(0, mostWords).join(' ')} …`
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
