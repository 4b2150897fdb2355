import type { ReactElement } from 'react'
import { KEY_CARDS_WANTED } from '../../../board/key-cards.ts'
import { nlOutline } from '../../../texts/board/nl-outline.ts'
import { useOutlineTools } from '../outline-context.ts'

function wordsAsOne({ id, text }: { readonly id: string; readonly text: string }): string {
  const words = text.replaceAll(/\s+/g, ' ').trim().toLowerCase()
  return words === '' ? id : words
}

/** The points that this group chose, before everything else. */
export function KeyCards(): ReactElement {
  const { moment, mayWrite } = useOutlineTools()
  const chosen = moment.outline.sections
    .flatMap(({ items }) => items)
    .filter(({ isKeyCard }) => isKeyCard)
  // Written twice, it is still one point.
  const cards = [...new Map(chosen.map((card) => [wordsAsOne(card), card])).values()]
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
