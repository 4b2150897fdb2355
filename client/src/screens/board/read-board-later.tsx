import type { ComponentProps } from 'react'
import { part } from '../../live/part.ts'
import { later } from '../../ui/notices/later.tsx'
import { Skeleton } from '../../ui/notices/skeleton.tsx'
import type { ReadBoard } from './read-board.tsx'

/** What the wall shows of a board, in the hand; fetched when there is something to read. */
export const ReadBoardLater = later<ComponentProps<typeof ReadBoard>>({
  load: async () => (await part(() => import('./read-board.tsx'))).ReadBoard,
  before: Skeleton,
})
