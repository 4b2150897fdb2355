import type { ComponentProps, ReactElement } from 'react'
import { part } from '../../live/part.ts'
import { nlReading } from '../../texts/nl-reading.ts'
import { later } from '../../ui/later.tsx'
import type { BoardReadingView } from './board-reading-view.tsx'

/** A board to be read, fetched when there is one: who only joins or draws needs none of it. */
export const BoardReadingLater = later<ComponentProps<typeof BoardReadingView>>({
  load: async () => (await part(() => import('./board-reading-view.tsx'))).BoardReadingView,
  before: Opening,
})

function Opening(): ReactElement {
  // Its style sheet comes with it.
  const style = { display: 'grid', placeContent: 'center', blockSize: '100%' }
  return <output style={style}>{nlReading.opening}</output>
}
