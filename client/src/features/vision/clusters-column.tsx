import type { Vision, VisionCluster, VisionPile } from '@stip/board'
import { type ReactElement, useState } from 'react'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { useDropPlace } from '../../ui/controls/use-drag.ts'
import { useVisionActs } from './acts.ts'
import { Letters } from './pile-card.tsx'
import { ProposedClusters } from './proposed-clusters.tsx'
import { Piles } from './points-column.tsx'

type RenderNote = ((pile: VisionPile) => ReactElement | undefined) | undefined

interface ClustersColumnProps {
  readonly vision: Vision
  readonly renderNote: RenderNote
}

/** What belongs together, under a name. */
export function ClustersColumn({ vision, renderNote }: ClustersColumnProps): ReactElement {
  const { run } = useVisionActs()
  const place = useDropPlace<HTMLDivElement>('text/x-stip-pile', (dropped) => {
    run?.({ type: 'cluster-cards', cards: dropped.split(' '), cluster: null, name: '' })
  })
  return (
    <section className="stip-vision-column" aria-labelledby="vision-clusters">
      <h2 id="vision-clusters" className="stip-vision-column__title">
        {nlVision.clusters}
      </h2>
      <div className="stip-vision-column__body">
        <ProposedClusters vision={vision} />
        {vision.clusters.length === 0 && <p className="stip-muted">{nlVision.clustersHint}</p>}
        {vision.clusters.map((cluster) => (
          <ClusterBox key={cluster.id} cluster={cluster} renderNote={renderNote} />
        ))}
        {run !== undefined && (
          <div ref={place} className="stip-cluster stip-cluster--new">
            {nlVision.newCluster}
          </div>
        )}
      </div>
    </section>
  )
}

interface ClusterBoxProps {
  readonly cluster: VisionCluster
  readonly renderNote: RenderNote
}

function ClusterBox({ cluster, renderNote }: ClusterBoxProps): ReactElement {
  const { run } = useVisionActs()
  const place = useDropPlace('text/x-stip-pile', (dropped) => {
    run?.({ type: 'cluster-cards', cards: dropped.split(' '), cluster: cluster.id, name: '' })
  })
  return (
    <section ref={run === undefined ? null : place} className="stip-cluster">
      <div className="stip-cluster__head">
        <Letters letters={cluster.letters} />
        {run === undefined ? <h3 dir="auto">{cluster.name}</h3> : <ClusterName cluster={cluster} />}
      </div>
      <Piles piles={cluster.piles} renderNote={renderNote} />
    </section>
  )
}

/** The name, to change; it is sent when one is done with it. */
function ClusterName({ cluster }: { readonly cluster: VisionCluster }): ReactElement {
  const { run } = useVisionActs()
  const [typed, setTyped] = useState<string | undefined>()
  const send = (): void => {
    const name = typed?.replaceAll(/\s+/g, ' ').trim()
    setTyped(undefined)
    if (name !== undefined && name !== cluster.name) {
      run?.({ type: 'name-cluster', cluster: cluster.id, name })
    }
  }
  return (
    <textarea
      className="stip-cluster__name"
      rows={1}
      aria-label={nlVision.clusterName}
      placeholder={nlVision.clusterNameHint}
      maxLength={80}
      dir="auto"
      value={typed ?? cluster.name}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={send}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          // A name is one line, however many it takes on the screen.
          event.preventDefault()
          event.currentTarget.blur()
        }
        if (event.key === 'Escape') setTyped(undefined)
      }}
    />
  )
}
