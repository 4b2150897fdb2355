import type { SessionView } from '@stip/api'
import { part } from '../../../live/part.ts'
import { later } from '../../../ui/notices/later.tsx'

/** What the room is asked, on the wall; fetched with the first question. */
export const WallQuestionLater = later<{ readonly view: SessionView }>({
  load: async () => (await part(() => import('../on-demand.ts'))).WallQuestion,
  before: () => null,
})
