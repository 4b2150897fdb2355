import type { OutlineSection, StatementList, VisionStatement } from '@stip/board'
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react'
import type { OutlineDesk } from '../../board/words/outline-desk.ts'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Menu, MenuItem } from '../../ui/controls/menu.tsx'
import { useDropPlace } from '../../ui/controls/use-drag.ts'
import { useVisionActs } from './acts.ts'
import { Letters } from './pile-card.tsx'
import './statements.css'

interface StatementBoxProps {
  readonly statement: VisionStatement
  readonly desk: OutlineDesk
  readonly zones: ReadonlyMap<StatementList, OutlineSection>
  readonly mayWrite: boolean
  /** Puts a statement on another list. */
  readonly move: (statement: string, to: OutlineSection) => void
  readonly say: (text: string, back: () => void) => void
  readonly renderVotes: ((statement: string) => ReactNode) | undefined
}

/** One sentence that several write at once, with the cards behind it. */
export function StatementBox(props: StatementBoxProps): ReactElement {
  const { statement, desk, mayWrite, renderVotes } = props
  const { run, numberOf } = useVisionActs()
  const { id, letters, cards, isWithoutSource } = statement
  const place = useDropPlace('text/x-stip-pile', (dropped) => {
    run?.({ type: 'link-sources', statement: id, cards: dropped.split(' ') })
  })
  const number = numberOf(id)
  return (
    <article
      ref={run === undefined ? null : place}
      className="stip-statement"
      aria-label={nlVision.sentence(number)}
    >
      <div className="stip-statement__line">
        <span className="stip-statement__number" aria-hidden="true">
          {number}
        </span>
        {mayWrite && desk.canWrite(id) ? (
          <StatementField id={id} desk={desk} label={nlVision.sentence(number)} />
        ) : (
          <p dir="auto">{statement.text}</p>
        )}
      </div>
      <div className="stip-statement__foot">
        <Letters letters={letters} />
        {isWithoutSource ? (
          <span className="stip-statement__without" title={nlVision.withoutSourceLong}>
            {nlVision.withoutSource}
          </span>
        ) : (
          <span className="stip-muted">{nlVision.from(letters.join(', '), cards.length)}</span>
        )}
        {cards.length > 0 && <Sources statement={statement} />}
        {mayWrite && <StatementMenu {...props} number={number} />}
      </div>
      {renderVotes?.(id)}
    </article>
  )
}

interface StatementFieldProps {
  readonly id: string
  readonly desk: OutlineDesk
  readonly label: string
}

/** Its words, letter by letter as everybody types them. */
function StatementField({ id, desk, label }: StatementFieldProps): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const element = field.current
    return element === null ? undefined : desk.bindText(id, element)
  }, [desk, id])
  return (
    <textarea
      ref={field}
      className="stip-statement__field"
      rows={2}
      dir="auto"
      aria-label={label}
      maxLength={1000}
      data-undo="board"
    />
  )
}

function StatementMenu({
  statement,
  desk,
  zones,
  say,
  move,
  number,
}: StatementBoxProps & { readonly number: number }): ReactElement {
  const { id, list, zone } = statement
  const others = [...zones].filter(([each]) => each !== list)
  return (
    <Menu label={nlVision.more} name={nlVision.moreOf(number)}>
      {others.map(([each, section]) => (
        <MenuItem
          key={each}
          onChoose={() => {
            const before = zones.get(list)
            move(id, section)
            if (before?.id !== zone) return
            say(nlVision.moved(nlVision.lists[each]), () => move(id, before))
          }}
        >
          {nlVision.move(nlVision.lists[each])}
        </MenuItem>
      ))}
      <MenuItem
        onChoose={() => {
          desk.takeAway(id)
          say(nlVision.removed, () => desk.putBack(id))
        }}
      >
        {nlVision.remove}
      </MenuItem>
    </Menu>
  )
}

/** The cards behind a sentence, to look at and to take off. */
function Sources({ statement }: { readonly statement: VisionStatement }): ReactElement {
  const { run } = useVisionActs()
  const [isOpen, setOpen] = useState(false)
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{nlVision.showSources}</summary>
      <ul className="stip-statement__sources">
        {statement.cards.map(({ id, words, letters }) => (
          <li key={id}>
            <Letters letters={letters} />
            <span dir="auto">{words}</span>
            {run !== undefined && (
              <Button
                kind="subtle"
                size="small"
                aria-label={nlVision.unlinkLong(words)}
                onClick={() =>
                  run({ type: 'unlink-sources', statement: statement.id, cards: [id] })
                }
              >
                {nlVision.unlink}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
