import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { part } from '../../live/part.ts'
import { later } from '../../ui/notices/later.tsx'

const HandsFor = later<{ readonly view: SessionView }>({
  load: async () => (await part(() => import('./of-who-takes-part.ts'))).HandsFor,
  before: () => null,
})

/** Hands of who has no phone, for their scribe; fetched by scribes only. */
export function HandsForLater({ view }: { readonly view: SessionView }): ReactElement | null {
  return view.writesFor === undefined ? null : <HandsFor view={view} />
}
