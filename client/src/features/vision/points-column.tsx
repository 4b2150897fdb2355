import type { Vision, VisionPile } from '@stip/board'
import type { ReactElement, ReactNode } from 'react'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { Captions } from './captions.tsx'
import { PileCard } from './pile-card.tsx'

interface PointsColumnProps {
  readonly vision: Vision
  readonly renderNote: ((pile: VisionPile) => ReactElement | undefined) | undefined
  /** What may be the same, above all others. */
  readonly children: ReactNode
}

/** Piles in no cluster: what more groups said, and what only one did. */
export function PointsColumn({ vision, renderNote, children }: PointsColumnProps): ReactElement {
  const { shared, unique } = vision
  return (
    <section className="stip-vision-column" aria-labelledby="vision-points">
      <h2 id="vision-points" className="stip-vision-column__title">
        {nlVision.points}
      </h2>
      <div className="stip-vision-column__body">
        {vision.cards.length === 0 && <p className="stip-muted">{nlVision.empty}</p>}
        {children}
        {shared.length > 0 && (
          <>
            <h3>{nlVision.shared(shared.length)}</h3>
            <Piles piles={shared} renderNote={renderNote} />
          </>
        )}
        {vision.cards.length > 0 && (
          <>
            <h3>{nlVision.unique(unique.length)}</h3>
            {unique.length === 0 ? (
              <p className="stip-muted">{nlVision.uniqueNone}</p>
            ) : (
              <Piles piles={unique} renderNote={renderNote} />
            )}
          </>
        )}
        <Captions vision={vision} />
      </div>
    </section>
  )
}

/** Piles, one below the other. */
export function Piles({
  piles,
  renderNote,
}: {
  readonly piles: readonly VisionPile[]
  readonly renderNote: ((pile: VisionPile) => ReactElement | undefined) | undefined
}): ReactElement {
  return (
    <ul className="stip-piles">
      {piles.map((pile) => (
        <PileCard key={pile.id} pile={pile} note={renderNote?.(pile)} />
      ))}
    </ul>
  )
}
