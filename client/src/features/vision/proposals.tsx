import type { Vision } from '@stip/board'
import type { ReactElement } from 'react'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { Button } from '../../ui/controls/button.tsx'
import { useVisionActs } from './acts.ts'
import { Letters } from './pile-card.tsx'

/** Two cards that may say the same, or the reverse, and why the program thinks so. */
export interface ProposedPair {
  readonly a: string
  readonly b: string
  readonly reason: string
}

export interface Proposed {
  readonly pairs: readonly ProposedPair[]
  readonly opposites: readonly ProposedPair[]
}

interface ProposalsProps {
  readonly vision: Vision
  /** Undefined while they are looked for, null when that failed. */
  readonly proposed: Proposed | null | undefined
}

/** What looks alike: a person says whether it is the same. Nothing lies together by itself. */
export function Proposals({ vision, proposed }: ProposalsProps): ReactElement | null {
  if (proposed === undefined) {
    return vision.cards.length < 2 ? null : (
      <output className="stip-muted">{nlVision.proposalsWait}</output>
    )
  }
  if (proposed === null) return <p className="stip-muted">{nlVision.proposalsFailed}</p>
  const { pairs, opposites } = proposed
  if (pairs.length + opposites.length === 0) return null
  return (
    <section className="stip-proposals" aria-labelledby="vision-proposals">
      {pairs.length > 0 && <h3 id="vision-proposals">{nlVision.proposals(pairs.length)}</h3>}
      {pairs.map((pair) => (
        <Pair key={`${pair.a} ${pair.b}`} pair={pair} vision={vision} isOpposite={false} />
      ))}
      {opposites.length > 0 && <h3>{nlVision.opposites}</h3>}
      {opposites.map((pair) => (
        <Pair key={`${pair.a} ${pair.b}`} pair={pair} vision={vision} isOpposite />
      ))}
    </section>
  )
}

interface PairProps {
  readonly pair: ProposedPair
  readonly vision: Vision
  readonly isOpposite: boolean
}

function Pair({ pair: { a, b, reason }, vision, isOpposite }: PairProps): ReactElement {
  const { run } = useVisionActs()
  const cards = vision.cards.filter(({ id }) => id === a || id === b)
  return (
    <div className="stip-proposal">
      {cards.map(({ id, words, letters }) => (
        <p key={id} dir="auto">
          <Letters letters={letters} /> {words}
        </p>
      ))}
      <p className="stip-muted">{nlVision.because(reason)}</p>
      {run !== undefined && (
        <div className="stip-row">
          {!isOpposite && (
            <Button size="small" onClick={() => run({ type: 'stack-cards', cards: [a, b] })}>
              {nlVision.same}
            </Button>
          )}
          <Button
            kind="subtle"
            size="small"
            onClick={() => run({ type: 'reject-pair', one: a, other: b })}
          >
            {nlVision.notSame}
          </Button>
        </div>
      )}
    </div>
  )
}
