import type { SessionView } from '@stip/api'
import type { VisionPile } from '@stip/board'
import type { ReactElement } from 'react'
import type { ItemResult } from '../../features/questions/results-of-items.ts'
import { Results } from '../../features/questions/results.tsx'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { GroupBadge } from '../../ui/marks/group-badge.tsx'

interface OfRoom {
  readonly groups: SessionView['groups']
}

/** What the room said last about one statement. */
export function SaidOfStatement({
  result,
  groups,
}: OfRoom & { readonly result: ItemResult | undefined }): ReactElement | null {
  if (result === undefined) return null
  const { question, totals } = result
  const items = question.items.filter(({ id }) => id === totals.id)
  const { answered } = totals
  return (
    <details className="stip-said-of">
      <summary>{nlVision.answered(answered)}</summary>
      <Results
        question={{ ...question, items }}
        totals={{ answered, asked: answered, items: [totals] }}
        groups={groups}
        hidesText
      />
    </details>
  )
}

/** Which other groups said so too ("Zei jouw groep dit ook?"), of the cards on a pile together. */
export function RecognisedBy({
  pile,
  results,
  groups,
}: OfRoom & {
  readonly pile: VisionPile
  readonly results: ReadonlyMap<string, ItemResult>
}): ReactElement | null {
  const counts = new Map<string, { yes: number; all: number }>()
  for (const { id } of pile.cards) {
    for (const { groupId, counts: of } of results.get(id)?.totals.byGroup ?? []) {
      const known = counts.get(groupId) ?? { yes: 0, all: 0 }
      known.yes += of['yes'] ?? 0
      known.all += Object.values(of).reduce((sum, count) => sum + count, 0)
      counts.set(groupId, known)
    }
  }
  if (counts.size === 0) return null
  return (
    <p className="stip-pile__recognised">
      {nlVision.recognised}{' '}
      {groups.flatMap(({ id, letter }) => {
        const count = counts.get(id)
        return count === undefined
          ? []
          : [
              <span key={id}>
                <GroupBadge letter={letter} size="small" /> {count.yes}/{count.all}{' '}
              </span>,
            ]
      })}
    </p>
  )
}
