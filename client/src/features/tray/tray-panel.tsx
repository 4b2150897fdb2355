import type { Role, SessionView } from '@stip/api'
import type { TrayCard } from '@stip/board'
import IconArrowBigLeft from '@tabler/icons-react/dist/esm/icons/IconArrowBigLeft.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import type { CSSProperties, ReactElement } from 'react'
import { nlTray } from '../../texts/nl-tray.ts'
import { Button } from '../../ui/button.tsx'
import { GroupBadge, groupColor } from '../../ui/group-badge.tsx'
import { useTray } from './use-tray.ts'
import './tray.css'

interface TrayPanelProps {
  readonly view: SessionView
  readonly as: Role
  /** Given to who may bring cards. */
  readonly onBring?: ((card: TrayCard) => void) | undefined
  readonly onClose: () => void
}

/** What groups made and is not on the vision yet, group by group, beside the vision. */
export function TrayPanel({ view, as, onBring, onClose }: TrayPanelProps): ReactElement {
  const tray = useTray(view, as)
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
        {view.groups.map(({ id, letter, name }) => (
          <GroupCards
            key={id}
            letter={letter}
            name={name}
            cards={(tray?.unprocessed ?? []).filter(({ group }) => group.id === id)}
            onBring={onBring}
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
  readonly onBring: TrayPanelProps['onBring']
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
              <li key={card.record} className="stip-tray__card">
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
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function wordsOf({ words, isPicture }: TrayCard): string {
  return words === '' && isPicture ? nlTray.picture : words
}
