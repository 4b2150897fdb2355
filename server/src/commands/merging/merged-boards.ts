import type { BoardId } from '@stip/primitives'
import type { Session } from '@stip/workshop'

/** @throws {Error} When the session has no vision board; every session is made with one. */
export function visionOf({ id, boards }: Session): BoardId {
  const board = boards.find(({ kind }) => kind === 'vision')
  if (board === undefined) throw new Error(`Session ${id} has no vision board.`)
  return board.id
}

/** The board on which all boards of groups stand beside each other; earlier sessions have none. */
export function besideOf({ boards }: Session): BoardId | undefined {
  return boards.find(({ kind }) => kind === 'side-by-side')?.id
}
