import type { SessionView } from '@stip/api'
import { part } from '../../live/part.ts'
import { later } from '../../ui/notices/later.tsx'

/** Hand op, for who takes part; it comes after what they work on. */
export const HandButtonLater = later<{ readonly view: SessionView }>({
  load: async () => (await part(() => import('./of-who-takes-part.ts'))).HandButton,
  before: () => null,
})
