import { part } from '../../../live/part.ts'
import { later } from '../../../ui/notices/later.tsx'
import type { QuestionPanelProps } from './question-panel.tsx'

/** Questions to the room, for who leads; it comes after the boards and the people. */
export const QuestionPanelLater = later<QuestionPanelProps>({
  load: async () => (await part(() => import('../on-demand.ts'))).QuestionPanel,
  before: () => null,
})
