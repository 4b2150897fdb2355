import { part } from '../../live/part.ts'
import { later } from '../../ui/notices/later.tsx'
import type { DownloadsProps } from './downloads.tsx'

/** What can be taken home of a saved version; it comes after what people look at. */
export const DownloadsLater = later<DownloadsProps>({
  load: async () => (await part(() => import('./downloads.tsx'))).Downloads,
  before: () => null,
})
