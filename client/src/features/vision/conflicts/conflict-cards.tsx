import type { WordsConflict } from '@stip/board'
import type { ReactElement } from 'react'
import { Button } from '../../../ui/controls/button.tsx'
import { useVisionActs } from '../acts.ts'
import { nlConflicts } from './nl-conflicts.ts'
import { Letters } from '../pile-card.tsx'
import './conflict-cards.css'

/** Texts that were changed here and in a group as well: both beside each other, and which of them stands. */
export function ConflictCards({
  conflicts,
}: {
  readonly conflicts: readonly WordsConflict[]
}): ReactElement | null {
  if (conflicts.length === 0) return null
  return (
    <details className="stip-conflicts" open>
      <summary>{nlConflicts.title(conflicts.length)}</summary>
      <ul>
        {conflicts.map((conflict) => (
          <ConflictCard key={conflict.id} conflict={conflict} />
        ))}
      </ul>
    </details>
  )
}

function ConflictCard({ conflict }: { readonly conflict: WordsConflict }): ReactElement {
  const { run } = useVisionActs()
  const { id: recordId, letter, ours, theirs } = conflict
  const choose = (words: 'ours' | 'theirs'): void =>
    run?.({ type: 'choose-words', recordId, words })
  return (
    <li className="stip-conflict">
      <div className="stip-conflict__side">
        <h3>{nlConflicts.ours}</h3>
        <p dir="auto">{ours === '' ? nlConflicts.empty : ours}</p>
        {run !== undefined && (
          <Button
            size="small"
            aria-label={nlConflicts.keepLong(ours)}
            onClick={() => choose('ours')}
          >
            {nlConflicts.keep}
          </Button>
        )}
      </div>
      <div className="stip-conflict__side">
        <h3>
          <Letters letters={[letter]} /> {nlConflicts.theirs(letter)}
        </h3>
        <p dir="auto">{theirs === '' ? nlConflicts.empty : theirs}</p>
        {run !== undefined && (
          <Button
            size="small"
            aria-label={nlConflicts.takeLong(letter, theirs)}
            onClick={() => choose('theirs')}
          >
            {nlConflicts.take(letter)}
          </Button>
        )}
      </div>
    </li>
  )
}
