import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { part } from '../../../live/part.ts'
import { later } from '../../../ui/notices/later.tsx'

const RoomQuestion = later<{ readonly view: SessionView }>({
  load: async () => (await part(() => import('../on-demand.ts'))).RoomQuestion,
  before: () => null,
})

/** What the room is asked, for who takes part; fetched with the first question. */
export function RoomQuestionLater({ view }: { readonly view: SessionView }): ReactElement | null {
  return view.question === undefined ? null : <RoomQuestion key={view.question.id} view={view} />
}
