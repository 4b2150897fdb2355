import type { ReactElement } from 'react'
import { KEY_CARDS_WANTED } from '../../board/key-cards.ts'
import { nlOutline } from '../../texts/nl-outline.ts'
import { useOutlineTools } from './outline-context.ts'

/** The points that this group chose, before everything else. */
export function KeyCards(): ReactElement {
  const { moment, mayWrite } = useOutlineTools()
  const cards = moment.outline.sections
    .flatMap(({ items }) => items)
    .filter(({ isKeyCard }) => isKeyCard)
  return (
    <section className="stip-outline__keys">
      <h3 className="stip-outline__heading" tabIndex={-1} data-key-cards>
        {nlOutline.keyCards(cards.length, KEY_CARDS_WANTED)}
      </h3>
      {cards.length === 0 ? (
        <p className="stip-outline__empty">
          {mayWrite ? nlOutline.noKeyCards : nlOutline.noKeyCardsToRead}
        </p>
      ) : (
        <ol className="stip-outline__key-list">
          {cards.map(({ id, text }) => (
            <li key={id} dir="auto">
              {text.trim() === '' ? nlOutline.emptyNote : text}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
