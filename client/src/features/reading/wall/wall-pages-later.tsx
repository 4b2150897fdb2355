import type { ComponentProps } from 'react'
import { part } from '../../../live/part.ts'
import { later } from '../../../ui/notices/later.tsx'
import type { WallPages } from './wall-pages.tsx'

/** The pages of the wall, fetched when the wall has something to read. */
export const WallPagesLater = later<ComponentProps<typeof WallPages>>({
  load: async () => (await part(() => import('./wall-pages.tsx'))).WallPages,
  before: () => null,
})
