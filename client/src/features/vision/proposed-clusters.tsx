import type { Vision } from '@stip/board'
import type { ReactElement } from 'react'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { Button } from '../../ui/controls/button.tsx'
import { useVisionActs } from './acts.ts'
import { openClusters } from './proposed.ts'

/** A first sorting to begin with, one cluster at a time; its names are there to be made better. */
export function ProposedClusters({ vision }: { readonly vision: Vision }): ReactElement | null {
  const { run, proposed } = useVisionActs()
  const clusters = proposed ? openClusters(proposed, vision) : []
  if (run === undefined || clusters.length === 0) return null
  const wordsOf = new Map(vision.cards.map(({ id, words }) => [id, words]))
  return (
    <details className="stip-proposed-clusters">
      <summary>{nlVision.proposedClusters(clusters.length)}</summary>
      {clusters.map(({ name, cards }) => (
        <div key={cards.join(' ')} className="stip-proposal">
          <p>
            <strong dir="auto">{name}</strong>
          </p>
          <ul>
            {cards.map((card) => (
              <li key={card} dir="auto">
                {wordsOf.get(card)}
              </li>
            ))}
          </ul>
          <Button
            size="small"
            onClick={({ currentTarget }) => {
              currentTarget.closest('details')?.querySelector('summary')?.focus()
              run({ type: 'cluster-cards', cards, cluster: null, name })
            }}
          >
            {nlVision.makeCluster}
          </Button>
        </div>
      ))}
    </details>
  )
}
