import { part } from '../../live/part.ts'
import { later } from '../../ui/notices/later.tsx'
import type { OpenArchiveProps } from './open-archive-form.tsx'

/** Opening an archive, fetched after what most people come for. */
export const OpenArchiveLater = later<OpenArchiveProps>({
  load: async () => (await part(() => import('./open-archive-form.tsx'))).OpenArchiveForm,
  before: () => null,
})
