import type { ReactElement } from 'react'
import { part } from '../../live/part.ts'
import { later } from '../../ui/notices/later.tsx'
import type { HandsBarProps } from './hands-bar.tsx'

const HandsBar = later<HandsBarProps>({
  load: async () => (await part(() => import('./hands-bar.tsx'))).HandsBar,
  before: () => null,
})

/** Who wants to say something, for who leads; fetched with the first hand. */
export function HandsBarLater(props: HandsBarProps): ReactElement | null {
  return props.view.hands === undefined ? null : <HandsBar {...props} />
}
