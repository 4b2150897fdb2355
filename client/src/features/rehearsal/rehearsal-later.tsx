import type { SessionView } from '@stip/api'
import { type ReactElement, useState } from 'react'
import { part } from '../../live/part.ts'
import { later } from '../../ui/notices/later.tsx'

const RehearsalCard = later<{ readonly view: SessionView }>({
  load: async () => (await part(() => import('./rehearsal-card.tsx'))).RehearsalCard,
  before: () => null,
})

/** The invented evening, fetched only where it can be played, and kept to tell how it ended. */
export function RehearsalLater({ view }: { readonly view: SessionView }): ReactElement | null {
  const [isHere, setIsHere] = useState(false)
  if (!isHere && view.rehearsal !== undefined) setIsHere(true)
  return isHere ? <RehearsalCard view={view} /> : null
}
