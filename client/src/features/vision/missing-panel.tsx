import type { MissingAnswer, MissingNote, Problem } from '@stip/api'
import type { Vision } from '@stip/board'
import { type ReactElement, useState } from 'react'
import { Button } from '../../ui/controls/button.tsx'
import { Menu, MenuItem } from '../../ui/controls/menu.tsx'
import { useVisionActs } from './acts.ts'
import { nlMissing } from './nl-missing.ts'
import { Letters } from './pile-card.tsx'
import { WhyForm } from './why-form.tsx'
import './missing-panel.css'

interface MissingPanelProps {
  readonly vision: Vision
  /** Undefined until it is known. */
  readonly missing: MissingAnswer | undefined
  readonly isLoading: boolean
  readonly problem: Problem | undefined
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** What groups wrote and is in no sentence, by what it is about: Stip says where to look, people judge. */
export function MissingPanel(props: MissingPanelProps): ReactElement {
  const { vision, missing, isLoading, problem, onAgain, onClose } = props
  return (
    <section className="stip-missing" aria-label={nlMissing.title}>
      <div className="stip-missing__head">
        <h2>{nlMissing.title}</h2>
        <output className="stip-muted">
          {isLoading ? nlMissing.looking : missing !== undefined && nlMissing.looked(missing)}
        </output>
        <Button kind="subtle" size="small" onClick={onClose}>
          {nlMissing.close}
        </Button>
      </div>
      {problem !== undefined && (
        <p className="stip-row" role="alert">
          {problem.message}
          <Button size="small" onClick={onAgain}>
            {nlMissing.again}
          </Button>
        </p>
      )}
      {missing !== undefined && <Found missing={missing} vision={vision} />}
    </section>
  )
}

function Found({
  missing,
  vision,
}: {
  readonly missing: MissingAnswer
  readonly vision: Vision
}): ReactElement {
  const { points, others } = missing
  return (
    <>
      {points.length > 0 ? (
        <p>{nlMissing.hint}</p>
      ) : (
        <p className="stip-missing__calm">{nlMissing.verdict(missing)}</p>
      )}
      {points.map(({ name, notes }) => (
        <Point
          key={`${name} ${notes[0]?.board} ${notes[0]?.record}`}
          title={nlMissing.point(notes.length, name)}
          notes={notes}
          vision={vision}
        />
      ))}
      {others.length > 0 && missing.statements > 0 && (
        <Point title={nlMissing.others(others.length)} notes={others} vision={vision} />
      )}
    </>
  )
}

interface PointProps {
  readonly title: string
  readonly notes: readonly MissingNote[]
  readonly vision: Vision
}

/** Notes that open, and what can be done with all of them. */
function Point({ title, notes, vision }: PointProps): ReactElement {
  const { run, numberOf } = useVisionActs()
  const [isExplaining, setExplaining] = useState(false)
  const cards = notes.flatMap((note) => note.cards)
  const onBoards = notes.filter((note) => note.cards.length === 0)
  return (
    <details className="stip-missing__point">
      <summary dir="auto">
        {title} <Letters letters={lettersOf(notes)} />
      </summary>
      {run !== undefined && (
        <div className="stip-row">
          {onBoards.length > 0 && (
            <Button
              size="small"
              title={nlMissing.bringLong}
              onClick={() =>
                run({
                  type: 'bring-cards',
                  cards: onBoards.map(({ board, record }) => ({
                    boardId: board,
                    recordId: record,
                  })),
                })
              }
            >
              {nlMissing.bring(onBoards.length)}
            </Button>
          )}
          {cards.length > 0 && vision.statements.length > 0 && (
            <Menu label={nlMissing.toStatement(cards.length)}>
              {vision.statements.map(({ id, text }) => (
                <MenuItem
                  key={id}
                  onChoose={() => run({ type: 'link-sources', statement: id, cards })}
                >
                  {numberOf(id)}. {text.slice(0, 60)}
                </MenuItem>
              ))}
            </Menu>
          )}
          {cards.length > 0 && (
            <Button
              size="small"
              isPressed={isExplaining}
              onClick={() => setExplaining(!isExplaining)}
            >
              {nlMissing.explain}
            </Button>
          )}
        </div>
      )}
      {isExplaining && <WhyForm cards={cards} before="" onDone={() => setExplaining(false)} />}
      <ul>
        {notes.map(({ board, record, text, groupLetter, cards: own }) => (
          <li key={`${board} ${record}`}>
            <Letters letters={[groupLetter]} />
            <span dir="auto">{text}</span>
            {own.length === 0 && cards.length > 0 && (
              <em className="stip-muted">{nlMissing.onBoard}</em>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function lettersOf(notes: readonly MissingNote[]): readonly string[] {
  return [...new Set(notes.map(({ groupLetter }) => groupLetter))].toSorted()
}
