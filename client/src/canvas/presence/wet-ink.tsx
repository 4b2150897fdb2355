import type { ReactElement } from 'react'
import { TldrawScribble } from 'tldraw'
import type { TLScribbleProps } from 'tldraw'

/** What somebody else is drawing at this moment, in the colour of their pointer until it is dry. */
export function WetInk(props: TLScribbleProps): ReactElement | null {
  return <TldrawScribble {...props} opacity={0.75} />
}
