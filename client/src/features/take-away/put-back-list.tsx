import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { nlTakeAway } from '../../texts/console/nl-take-away.ts'
import { Button } from '../../ui/controls/button.tsx'
import './take-away.css'

interface PutBackListProps {
  readonly takenAway: NonNullable<SessionView['takenAway']>
  readonly onPutBack: (id: string) => void
}

/** What was taken away, by the reason that was given: what it said is shown to nobody. */
export function PutBackList({ takenAway, onPutBack }: PutBackListProps): ReactElement {
  return (
    <details className="stip-card">
      <summary>{nlTakeAway.list(takenAway.length)}</summary>
      <ul>
        {takenAway.map(({ id, reason }) => (
          <li key={id} className="stip-take-away__back">
            {reason}
            <Button
              size="small"
              aria-label={nlTakeAway.putBackLong(reason)}
              onClick={() => onPutBack(id)}
            >
              {nlTakeAway.putBack}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
