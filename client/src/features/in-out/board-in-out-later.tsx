import type { ComponentProps, ReactElement } from 'react'
import { nl } from '../../texts/nl.ts'
import { Button } from '../../ui/controls/button.tsx'
import { later } from '../../ui/notices/later.tsx'
import type { BoardInOut } from './board-in-out.tsx'
import { part } from '../../live/part.ts'

/** {@link BoardInOut} for a page that people open on a phone: it comes after what they draw on. */
export const BoardInOutLater = later<ComponentProps<typeof BoardInOut>>({
  load: async () => (await part(() => import('./board-in-out.tsx'))).BoardInOut,
  before: NotYet,
})

function NotYet(): ReactElement {
  return (
    <span className="stip-menu">
      <Button size="small" disabled>
        {nl.boards.inOut}
      </Button>
    </span>
  )
}
