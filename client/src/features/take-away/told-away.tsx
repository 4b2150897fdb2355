import type { SessionView } from '@stip/api'
import { type ReactElement, useState } from 'react'
import { nlTakeAway } from '../../texts/console/nl-take-away.ts'
import { Button } from '../../ui/controls/button.tsx'
import './take-away.css'

interface ToldAwayProps {
  readonly takenAway: NonNullable<SessionView['takenAway']>
}

/** Tells who wrote something that it was taken away, and why; what it said is not repeated. */
export function ToldAway({ takenAway }: ToldAwayProps): ReactElement | null {
  const [understood, setUnderstood] = useState(readUnderstood)
  const next = takenAway.find(({ id }) => !understood.includes(id))
  if (next === undefined) return null
  return (
    <aside className="stip-told-away" role="alert">
      <p>
        <strong>{nlTakeAway.told}</strong>
      </p>
      <p dir="auto">{nlTakeAway.reason(next.reason)}</p>
      <p>{nlTakeAway.again}</p>
      <Button
        size="small"
        onClick={() => {
          const all = [...understood, next.id]
          setUnderstood(all)
          noteUnderstood(all)
        }}
      >
        {nlTakeAway.understood}
      </Button>
    </aside>
  )
}

const KEY = 'stip-told-away'

function readUnderstood(): readonly string[] {
  try {
    return sessionStorage.getItem(KEY)?.split(' ') ?? []
  } catch {
    // A browser that keeps nothing tells it again.
    return []
  }
}

function noteUnderstood(ids: readonly string[]): void {
  try {
    sessionStorage.setItem(KEY, ids.join(' '))
  } catch {
    // It is told again after the page was loaded anew.
  }
}
