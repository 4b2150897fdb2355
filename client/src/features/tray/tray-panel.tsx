import type { Role, SessionView, ZoneView } from '@stip/api'
import type { CardName, TrayCard } from '@stip/board'
import IconArrowBigLeft from '@tabler/icons-react/dist/esm/icons/IconArrowBigLeft.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useState } from 'react'
import type { CSSProperties, ReactElement } from 'react'
import { nlTray } from '../../texts/console/nl-tray.ts'
import { Button } from '../../ui/controls/button.tsx'
import { GroupBadge, groupColor } from '../../ui/marks/group-badge.tsx'
import { Select } from '../../ui/controls/select.tsx'
import { useDraggable } from '../../ui/controls/use-drag.ts'
import { draggedCard } from './dragged-card.ts'
import { useTray } from './use-tray.ts'
import './tray.css'

interface TrayPanelProps {
  readonly view: SessionView
  readonly as: Role
  /** Given to who may bring cards; without a zone they go to the column of their group. */
  readonly onBring?: ((card: CardName, zoneId?: string) => void) | undefined
  readonly onClose: () => void
}

/** What groups made and is not on the vision yet, group by group, beside the vision. */
export function TrayPanel({ view, as, onBring, onClose }: TrayPanelProps): ReactElement {
  const tray = useTray(view, as)
  const [wanted, setWanted] = useState('')
  const zones = zonesNow(view)
  // A step has zones of its own: what was chosen in an earlier one is not meant any more.
  const zoneId = zones.some(({ id }) => id === wanted) ? wanted : ''
  const bring = onBring && ((card: CardName) => onBring(card, zoneId === '' ? undefined : zoneId))
  const count = tray?.unprocessed.length
  return (
    <aside
      className={`stip-tray${count === 0 ? ' stip-tray--calm' : ''}`}
      aria-label={nlTray.title}
    >
      <div className="stip-tray__head">
        <h2 className="stip-tray__title" aria-live="polite">
          {count === undefined ? nlTray.title : nlTray.count(count)}
        </h2>
        <Button
          kind="subtle"
          size="small"
          icon={<IconX size={18} aria-hidden="true" />}
          onClick={onClose}
        >
          {nlTray.close}
        </Button>
      </div>
      <div className="stip-tray__list">
        {tray === undefined && <output className="stip-muted">{nlTray.loading}</output>}
        {tray !== undefined && (
          <p className="stip-muted">
            {count === 0 ? nlTray.done : onBring === undefined ? nlTray.readOnly : nlTray.hint}
            <br />
            {nlTray.used(tray.used, tray.withdrawn)}
          </p>
        )}
        {onBring !== undefined && zones.length > 0 && count !== 0 && (
          <Select
            label={nlTray.where}
            value={zoneId}
            options={[
              { value: '', text: nlTray.ownColumn },
              ...zones.map(({ id, title }) => ({ value: id, text: title })),
            ]}
            onChange={setWanted}
          />
        )}
        {view.groups.map(({ id, letter, name }) => (
          <GroupCards
            key={id}
            letter={letter}
            name={name}
            cards={(tray?.unprocessed ?? []).filter(({ group }) => group.id === id)}
            onBring={bring}
          />
        ))}
      </div>
    </aside>
  )
}

function GroupCards(props: {
  readonly letter: string
  readonly name: string
  readonly cards: readonly TrayCard[]
  readonly onBring: ((card: CardName) => void) | undefined
}): ReactElement | null {
  const { letter, name, cards, onBring } = props
  if (cards.length === 0) return null
  const zones = Map.groupBy(cards, ({ zone }) => zone)
  return (
    <section
      className="stip-tray__group"
      style={{ '--stip-card-color': groupColor(letter) } as CSSProperties}
    >
      <h3 className="stip-tray__group-name">
        <GroupBadge letter={letter} name={name} size="small" />
        <span className="stip-muted">{nlTray.group(cards.length)}</span>
      </h3>
      {[...zones].map(([zone, inZone]) => (
        <div key={zone}>
          <h4 className="stip-tray__zone">{zone === '' ? nlTray.noZone : zone}</h4>
          <ul className="stip-tray__cards">
            {inZone.map((card) => (
              <CardInTray key={card.record} card={card} onBring={onBring} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** A card to drag onto the vision, or to bring there with the button beside it. */
function CardInTray(props: {
  readonly card: TrayCard
  readonly onBring: ((card: CardName) => void) | undefined
}): ReactElement {
  const { card, onBring } = props
  const item = useDraggable('text/x-stip-card', draggedCard(card))
  return (
    <li ref={item} className="stip-tray__card" draggable={onBring !== undefined}>
      <span dir="auto">{wordsOf(card)}</span>
      {onBring !== undefined && (
        <Button
          size="small"
          aria-label={nlTray.bringLong(wordsOf(card))}
          icon={<IconArrowBigLeft size={18} aria-hidden="true" />}
          onClick={() => onBring(card)}
        >
          {nlTray.bring}
        </Button>
      )}
    </li>
  )
}

/** The zones in which the vision is worked on now. */
function zonesNow(view: SessionView): readonly ZoneView[] {
  const isOnVision = view.boards.some(({ kind, isInUse }) => kind === 'vision' && isInUse === true)
  return isOnVision ? (view.steps[view.position]?.zones ?? []) : []
}

function wordsOf({ words, isPicture }: TrayCard): string {
  return words === '' && isPicture ? nlTray.picture : words
}
