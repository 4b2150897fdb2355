import type { Vision, VisionCard } from '@stip/board'
import type { ReactElement } from 'react'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { Menu, MenuItem } from '../../ui/controls/menu.tsx'
import { useVisionActs } from './acts.ts'
import { Letters } from './pile-card.tsx'

/** What groups wrote on their drawings: it can stand behind a sentence, and need not. */
export function Captions({ vision }: { readonly vision: Vision }): ReactElement | null {
  const { captions } = vision
  if (captions.length === 0) return null
  return (
    <details className="stip-captions">
      <summary>{nlVision.captions(captions.length)}</summary>
      <ul className="stip-piles">
        {captions.map((caption) => (
          <Caption key={caption.id} caption={caption} statements={vision.statements} />
        ))}
      </ul>
    </details>
  )
}

interface CaptionProps {
  readonly caption: VisionCard
  readonly statements: Vision['statements']
}

function Caption({ caption, statements }: CaptionProps): ReactElement {
  const { run, numberOf, statementsWith } = useVisionActs()
  const { id, words, letters } = caption
  const numbers = statementsWith(id)
  return (
    <li className="stip-pile">
      <div className="stip-pile__sheet">
        <div className="stip-pile__head">
          <Letters letters={letters} />
          {numbers.length > 0 && (
            <span className="stip-pile__used">{nlVision.usedIn(numbers)}</span>
          )}
        </div>
        <p className="stip-captions__words" dir="auto">
          {words}
        </p>
        {run !== undefined && statements.length > 0 && (
          <Menu label={nlVision.toStatement} name={nlVision.captionTo(words)}>
            {statements.map(({ id: statement, text }) => (
              <MenuItem
                key={statement}
                onChoose={() => run({ type: 'link-sources', statement, cards: [id] })}
              >
                {numberOf(statement)}. {text.slice(0, 60)}
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
    </li>
  )
}
