import type { Vision } from '@stip/board'
import { type ReactElement, useState } from 'react'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Menu, MenuItem } from '../../ui/controls/menu.tsx'
import { useVisionActs } from './acts.ts'
import { wordsOf } from './chosen-piles.ts'
import { suggestionsOf } from './proposed.ts'
import { WhyForm } from './why-form.tsx'

/** What can be done with the piles that were chosen: all that dragging does, without a mouse. */
export function SelectionBar({ vision }: { readonly vision: Vision }): ReactElement | null {
  const { run, chosen, numberOf, proposed, isNotSame } = useVisionActs()
  const [isExplaining, setExplaining] = useState(false)
  const { piles, cards, clear } = chosen
  if (piles.length === 0 || run === undefined) return null
  const isInCluster = vision.clusters.some((cluster) =>
    cluster.piles.some((pile) => piles.includes(pile)),
  )
  const [only] = piles.length === 1 ? cards : []
  const alike = only && proposed ? suggestionsOf(only, proposed, vision, isNotSame) : []
  const done = (act: () => void) => (): void => {
    act()
    clear()
  }
  return (
    <div className="stip-selection" role="toolbar" aria-label={nlVision.chosen(piles.length)}>
      <output>{nlVision.chosen(piles.length)}</output>
      {piles.length > 1 && (
        <Button size="small" onClick={done(() => run({ type: 'stack-cards', cards }))}>
          {nlVision.stack}
        </Button>
      )}
      <Button
        size="small"
        onClick={done(() => run({ type: 'cluster-cards', cards, cluster: null, name: '' }))}
      >
        {nlVision.makeCluster}
      </Button>
      {vision.clusters.length > 0 && (
        <Menu label={nlVision.toCluster}>
          {vision.clusters.map(({ id, name, piles: own }) => (
            <MenuItem
              key={id}
              onChoose={done(() => run({ type: 'cluster-cards', cards, cluster: id, name: '' }))}
            >
              {name === '' ? own.map(wordsOf).join(' / ').slice(0, 60) : name}
            </MenuItem>
          ))}
        </Menu>
      )}
      {isInCluster && (
        <Button size="small" onClick={done(() => run({ type: 'uncluster-cards', cards }))}>
          {nlVision.uncluster}
        </Button>
      )}
      {vision.statements.length > 0 && (
        <Menu label={nlVision.toStatement}>
          {vision.statements.map(({ id, text }) => (
            <MenuItem
              key={id}
              onChoose={done(() => run({ type: 'link-sources', statement: id, cards }))}
            >
              {numberOf(id)}. {text.slice(0, 60)}
            </MenuItem>
          ))}
        </Menu>
      )}
      {alike.length > 0 && (
        <Menu label={nlVision.alike}>
          {alike.map(({ id, words, reason }) => (
            <MenuItem
              key={id}
              onChoose={done(() => run({ type: 'stack-cards', cards: [...cards, id] }))}
            >
              {words.slice(0, 80)} <span className="stip-muted">({reason})</span>
            </MenuItem>
          ))}
        </Menu>
      )}
      {piles.length > 0 && (
        <Button size="small" isPressed={isExplaining} onClick={() => setExplaining(!isExplaining)}>
          {nlVision.explain}
        </Button>
      )}
      <Button kind="subtle" size="small" onClick={clear}>
        {nlVision.chooseNone}
      </Button>
      {isExplaining && (
        <WhyForm
          cards={cards}
          before={piles[0]?.cards[0]?.why ?? ''}
          onDone={() => {
            setExplaining(false)
            clear()
          }}
        />
      )}
    </div>
  )
}
