import type { Vision } from '@stip/board'
import type { ReactElement } from 'react'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { Button } from '../../ui/controls/button.tsx'
import { useVisionActs } from './acts.ts'
import { Letters } from './pile-card.tsx'
import { openPairs } from './proposed.ts'
import type { ProposedPair } from './proposed.ts'

/** What looks alike: a person says whether it is the same. Nothing lies together by itself. */
export function Proposals({ vision }: { readonly vision: Vision }): ReactElement | null {
  const { proposed, isNotSame } = useVisionActs()
  if (proposed === undefined) {
    return vision.cards.length < 2 ? null : (
      <output className="stip-muted">{nlVision.proposalsWait}</output>
    )
  }
  if (proposed === null) return <p className="stip-muted">{nlVision.proposalsFailed}</p>
  const pairs = openPairs(proposed.pairs, vision, isNotSame)
  const opposites = openPairs(proposed.opposites, vision, isNotSame)
  if (pairs.length + opposites.length === 0) {
    return vision.cards.length < 2 ? null : <p className="stip-muted">{nlVision.proposalsNone}</p>
  }
  return (
    <section className="stip-proposals">
      {pairs.length > 0 && <h3>{nlVision.proposals(pairs.length)}</h3>}
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
            <Button
              size="small"
              onClick={({ currentTarget }) => {
                goOnFrom(currentTarget)
                run({ type: 'stack-cards', cards: [a, b] })
              }}
            >
              {nlVision.same}
            </Button>
          )}
          <Button
            kind="subtle"
            size="small"
            onClick={({ currentTarget }) => {
              goOnFrom(currentTarget)
              run({ type: 'reject-pair', one: a, other: b })
            }}
          >
            {nlVision.notSame}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Puts the focus on the next proposal: the one that was decided goes away. */
function goOnFrom(pressed: HTMLElement): void {
  const own = pressed.closest('.stip-proposal')
  const all = [...(own?.parentElement?.querySelectorAll('.stip-proposal') ?? [])]
  const place = all.findIndex((each) => each === own)
  const next = all[place + 1] ?? all[place - 1]
  next?.querySelector('button')?.focus()
}
