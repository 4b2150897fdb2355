import type { SessionView } from '@stip/api'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { type ReactElement, useState } from 'react'
import { useCommands } from '../../live/commands/use-commands.ts'
import { Button } from '../../ui/controls/button.tsx'
import { GroupBadge } from '../../ui/marks/group-badge.tsx'
import { expectHands } from './expect-hands.ts'
import './hands.css'
import { nlHands } from './nl-hands.ts'
import { type ShownHand, shownHands } from './shown-hands.ts'

export interface HandsBarProps {
  readonly view: SessionView
  /** The server's time, milliseconds since 1970. */
  readonly now: number
}

/** So many stand in the bar; the others when they are asked for. */
const FIRST = 3

/** Whose hands are up and since when, in the order in which they went up. */
export function HandsBar({ view, now }: HandsBarProps): ReactElement | null {
  // Beside the lead: who heard somebody can still undo what was done before that.
  const { send, shown: expected, problem } = useCommands(view, 'facilitator', expectHands)
  const [showsAll, setShowsAll] = useState(false)
  const hands = shownHands(expected, now)
  const last = hands.at(-1)
  if (last === undefined) return null
  const isLong = hands.length > FIRST
  const shown = showsAll ? hands : hands.slice(0, FIRST)
  return (
    <section
      className={`stip-hands${showsAll && isLong ? ' stip-hands--all' : ''}`}
      aria-label={nlHands.title(hands.length)}
    >
      <p className="stip-hands__title">
        <output>{nlHands.title(hands.length)}</output>
      </p>
      <ol className="stip-hands__list">
        {shown.map((hand) => (
          <Hand
            key={hand.number}
            hand={hand}
            onLower={() => void send({ type: 'lower-hand', hand: hand.number })}
          />
        ))}
      </ol>
      {problem !== undefined && <p role="alert">{nlHands.notLowered}</p>}
      <div className="stip-hands__all">
        {isLong && (
          <Button
            size="small"
            kind="subtle"
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? nlHands.showFewer : nlHands.showAll(hands.length)}
          </Button>
        )}
        <Button size="small" onClick={() => void send({ type: 'lower-hands', upTo: last.number })}>
          {nlHands.lowerAll}
        </Button>
      </div>
    </section>
  )
}

function Hand({ hand, onLower }: { readonly hand: ShownHand; readonly onLower: () => void }) {
  return (
    <li className="stip-hands__hand">
      {hand.letter !== undefined && <GroupBadge letter={hand.letter} size="small" />}
      <bdi className="stip-hands__who">{hand.who}</bdi>
      <span className="stip-muted">{nlHands.minutes(hand.minutes)}</span>
      <button
        type="button"
        className="stip-hands__lower"
        aria-label={nlHands.lower(hand.who)}
        onClick={onLower}
      >
        <IconX size={18} aria-hidden="true" />
      </button>
    </li>
  )
}
