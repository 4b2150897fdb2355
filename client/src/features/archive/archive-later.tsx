import { part } from '../../live/part.ts'
import { later } from '../../ui/notices/later.tsx'
import type { ArchiveCardProps } from './archive-card.tsx'

/** The archive of a session, fetched once that is over. */
export const ArchiveLater = later<ArchiveCardProps>({
  load: async () => (await part(() => import('./archive-card.tsx'))).ArchiveCard,
  before: () => null,
})
