import { part } from '../../live/part.ts'
import { later } from '../../ui/notices/later.tsx'
import type { NewsLineProps } from './news-line.tsx'

/** What groups made since the vision collected; it comes after the vision itself. */
export const NewsLineLater = later<NewsLineProps>({
  load: async () => (await part(() => import('./news-line.tsx'))).NewsLine,
  before: () => null,
})
