import { statementLists } from '@stip/board'
import type { OutlineSection, StatementList, Vision } from '@stip/board'
import { type ReactElement, type ReactNode, useState } from 'react'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { Button } from '../../ui/controls/button.tsx'
import type { OutlineDesk } from '../../board/words/outline-desk.ts'
import { StatementBox } from './statement-box.tsx'

interface StatementsColumnProps {
  readonly vision: Vision
  readonly desk: OutlineDesk
  /** Where new statements of each list go: the zone of the step that was opened last. */
  readonly zones: ReadonlyMap<StatementList, OutlineSection>
  readonly mayWrite: boolean
  /** Puts a statement on another list. */
  readonly move: (statement: string, to: OutlineSection) => void
  /** Says what was just done, with the way back. */
  readonly say: (text: string, back: () => void) => void
  /** What the room said about a statement. */
  readonly renderVotes: ((statement: string) => ReactNode) | undefined
  /** What can be done with all of them. */
  readonly children: ReactNode
}

/** The sentences, what we offer and ask, on what we differ and what is open. */
export function StatementsColumn(props: StatementsColumnProps): ReactElement {
  const { vision, desk, zones, mayWrite } = props
  const shown = statementLists.filter(
    (list) => zones.has(list) || vision.statements.some((each) => each.list === list),
  )
  return (
    <section className="stip-vision-column" aria-labelledby="vision-sentences">
      <h2 id="vision-sentences" className="stip-vision-column__title">
        {nlVision.sentences}
      </h2>
      <div className="stip-vision-column__body">
        {props.children}
        {shown.length === 0 && <p className="stip-muted">{nlVision.noZone}</p>}
        {shown.map((list) => {
          const own = vision.statements.filter((each) => each.list === list)
          const zone = zones.get(list)
          return (
            <section key={list} className={`stip-statements stip-statements--${list}`}>
              <h3>{nlVision.lists[list]}</h3>
              {own.map((statement) => (
                <StatementBox key={statement.id} {...props} statement={statement} />
              ))}
              {mayWrite && zone !== undefined && (
                <AddStatement
                  label={nlVision.addLabel(nlVision.lists[list])}
                  hint={own.length === 0 ? nlVision.listEmpty[list] : nlVision.addHint}
                  onAdd={(words) => desk.add(zone, words)}
                />
              )}
            </section>
          )
        })}
      </div>
    </section>
  )
}

interface AddStatementProps {
  readonly label: string
  readonly hint: string
  readonly onAdd: (words: string) => void
}

function AddStatement({ label, hint, onAdd }: AddStatementProps): ReactElement {
  const [words, setWords] = useState('')
  const isEmpty = words.trim() === ''
  return (
    <form
      className="stip-statements__add"
      onSubmit={(event) => {
        event.preventDefault()
        if (isEmpty) return
        onAdd(words.trim())
        setWords('')
      }}
    >
      <textarea
        className="utrecht-textbox"
        rows={1}
        dir="auto"
        aria-label={label}
        placeholder={hint}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return
          event.preventDefault()
          event.currentTarget.form?.requestSubmit()
        }}
      />
      {!isEmpty && (
        <Button type="submit" size="small">
          {nlVision.add}
        </Button>
      )}
    </form>
  )
}
