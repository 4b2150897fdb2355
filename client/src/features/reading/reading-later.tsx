import type { ComponentProps } from 'react'
import { part } from '../../live/part.ts'
import { later } from '../../ui/notices/later.tsx'
import { Skeleton } from '../../ui/notices/skeleton.tsx'
import type { BoardReadingView } from './board-reading-view.tsx'

/** A board to be read, fetched when there is one: who only joins or draws needs none of it. */
export const BoardReadingLater = later<ComponentProps<typeof BoardReadingView>>({
  load: async () => (await part(() => import('./board-reading-view.tsx'))).BoardReadingView,
  before: Skeleton,
})
