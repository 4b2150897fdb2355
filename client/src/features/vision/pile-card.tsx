import type { VisionCard, VisionPile } from '@stip/board'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import type { ReactElement } from 'react'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { useDraggable, useDropPlace } from '../../ui/controls/use-drag.ts'
import { groupColor } from '../../ui/marks/group-badge.tsx'
import { useVisionActs } from './acts.ts'
import { cardIds, wordsOf } from './chosen-piles.ts'
import './piles.css'

interface PileCardProps {
  readonly pile: VisionPile
  /** What the room said about it, where it was asked. */
  readonly note?: ReactElement | undefined
}

/** A pile of cards that say the same, each with the letter of its group; one tap chooses it. */
export function PileCard({ pile, note }: PileCardProps): ReactElement {
  const { run, chosen, statementsWith } = useVisionActs()
  const ids = cardIds(pile)
  const item = useDraggable('text/x-stip-pile', ids.join(' '))
  const place = useDropPlace<HTMLDivElement>('text/x-stip-pile', (dropped) => {
    const cards = [...new Set([...ids, ...dropped.split(' ')])]
    if (cards.length > ids.length) run?.({ type: 'stack-cards', cards })
  })
  const isChosen = chosen.has(pile)
  const isStack = pile.cards.length > 1
  const numbers = [...new Set(ids.flatMap(statementsWith))].toSorted((one, other) => one - other)
  const why = pile.cards.map((card) => card.why).find((each) => each !== '')
  return (
    <li ref={item} className="stip-pile" draggable={run !== undefined}>
      <div
        ref={run === undefined ? null : place}
        className={`stip-pile__sheet${isStack ? ' stip-pile__sheet--stack' : ''}${isChosen ? ' stip-pile__sheet--chosen' : ''}`}
      >
        <div className="stip-pile__head">
          <Letters letters={pile.letters} />
          {isStack && <span className="stip-muted">{nlVision.inNotes(pile.cards.length)}</span>}
          {numbers.length > 0 && (
            <span className="stip-pile__used">{nlVision.usedIn(numbers)}</span>
          )}
          {run !== undefined && (
            <input
              type="checkbox"
              className="stip-pile__choose"
              data-pile={ids.join(' ')}
              checked={isChosen}
              aria-label={nlVision.choose(wordsOf(pile))}
              onChange={() => chosen.toggle(pile)}
            />
          )}
        </div>
        {pile.cards.map((card) => (
          <CardWords key={card.id} card={card} isStacked={isStack} />
        ))}
        {note}
        {why !== undefined && <p className="stip-pile__why">{nlVision.notUsed(why)}</p>}
      </div>
    </li>
  )
}

function CardWords({
  card,
  isStacked,
}: {
  readonly card: VisionCard
  readonly isStacked: boolean
}): ReactElement {
  const { run } = useVisionActs()
  const words = card.words === '' && card.isPicture ? nlVision.picture : card.words
  return (
    <div className="stip-pile__card">
      {isStacked && <Letters letters={card.letters} />}
      <p dir="auto">
        {words}
        {card.isTakenBack && <em className="stip-pile__withdrawn"> · {nlVision.takenBack}</em>}
        {card.isWithdrawn && <em className="stip-pile__withdrawn"> · {nlVision.withdrawn}</em>}
      </p>
      {isStacked && run !== undefined && (
        <button
          type="button"
          className="stip-pile__split"
          title={nlVision.split}
          aria-label={nlVision.splitLong(words)}
          onClick={() => run({ type: 'split-stack', cards: [card.id] })}
        >
          <IconX size={18} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

/** The letters of groups as tabs: agreement is seen as tabs side by side. */
export function Letters({ letters }: { readonly letters: readonly string[] }): ReactElement | null {
  if (letters.length === 0) return null
  return (
    <span className="stip-letters">
      {letters.map((letter) => (
        <span key={letter} style={{ background: groupColor(letter) }}>
          {letter}
        </span>
      ))}
    </span>
  )
}
