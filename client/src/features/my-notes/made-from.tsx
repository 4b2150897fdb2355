import type { MyNote } from '@stip/api'
import { type ReactElement, useId, useState } from 'react'
import { myNotesApi } from '../../live/api/my-notes-api.ts'
import { Button } from '../../ui/controls/button.tsx'
import { nlMyNotes } from './nl-my-notes.ts'
import type { MyNotesState } from './use-my-notes.ts'

type Statement = MyNote['statements'][number]
type Said = NonNullable<Statement['said']>

const answers: readonly Said['answer'][] = ['right', 'different', 'take-away']
const LONGEST = 280

interface MadeFromProps extends Pick<MyNotesState, 'noteSaid'> {
  readonly statement: Statement
  readonly sessionId: string
  /** The evening is over: what was said stays, and nothing more can be. */
  readonly isOver: boolean
}

/** A statement that is made from somebody's note, and whether it says what they meant. */
export function MadeFrom(props: MadeFromProps): ReactElement {
  const { statement, sessionId, isOver, noteSaid } = props
  const { id, text, list, card, said } = statement
  const [isWriting, setWriting] = useState(false)
  const [sending, setSending] = useState<Said['answer']>()
  const [hasFailed, setFailed] = useState(false)
  const send = async (answer: Said['answer'], words = ''): Promise<void> => {
    if (card === null || sending !== undefined) return
    setSending(answer)
    setFailed(false)
    const sent = await myNotesApi.verify(sessionId, { card, statement: id, answer, text: words })
    setSending(undefined)
    setFailed(!sent.ok)
    if (!sent.ok) return
    setWriting(false)
    noteSaid(id, card, sent.value)
  }
  const isOut = said?.answer === 'take-away'
  return (
    <section className="stip-my-notes__made">
      <p className="stip-my-notes__list">{isOut ? nlMyNotes.outOf : nlMyNotes.lists[list]}</p>
      <blockquote className="stip-my-notes__statement" dir="auto">
        {text}
      </blockquote>
      {card !== null && !isOver && (
        <>
          <fieldset className="stip-my-notes__answers">
            <legend>{nlMyNotes.question}</legend>
            {answers.map((answer) => (
              <Button
                key={answer}
                isPressed={isWriting ? answer === 'different' : said?.answer === answer}
                isBusy={sending !== undefined}
                onClick={() => {
                  setWriting(answer === 'different')
                  if (answer !== 'different') void send(answer)
                }}
              >
                {nlMyNotes.answers[answer]}
              </Button>
            ))}
          </fieldset>
          {isWriting && (
            <Different
              before={said?.text ?? ''}
              isBusy={sending !== undefined}
              onSend={(words) => void send('different', words)}
              onCancel={() => setWriting(false)}
            />
          )}
        </>
      )}
      <output className="stip-my-notes__said">
        {sending === undefined ? saidIn(said) : nlMyNotes.sending}
      </output>
      {hasFailed && (
        <p className="stip-my-notes__failed" role="alert">
          {nlMyNotes.notSent}
        </p>
      )}
    </section>
  )
}

interface DifferentProps {
  readonly before: string
  readonly isBusy: boolean
  readonly onSend: (words: string) => void
  readonly onCancel: () => void
}

function Different({ before, isBusy, onSend, onCancel }: DifferentProps): ReactElement {
  const [words, setWords] = useState(before)
  const [id, hint] = [useId(), useId()]
  return (
    <form
      className="stip-my-notes__different"
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() !== '') onSend(words.trim())
      }}
    >
      <label htmlFor={id} className="utrecht-form-label">
        {nlMyNotes.different}
      </label>
      <textarea
        id={id}
        className="utrecht-textbox utrecht-textbox--html-input"
        dir="auto"
        rows={3}
        maxLength={LONGEST}
        aria-describedby={hint}
        value={words}
        // What was pressed asked for exactly this field.
        ref={focused}
        onChange={({ target }) => setWords(target.value)}
      />
      <p id={hint} className="stip-muted">
        {nlMyNotes.differentHint}
      </p>
      <div className="stip-row">
        <Button kind="primary" type="submit" isBusy={isBusy || words.trim() === ''}>
          {nlMyNotes.send}
        </Button>
        <Button kind="subtle" onClick={onCancel}>
          {nlMyNotes.cancel}
        </Button>
      </div>
    </form>
  )
}

function focused(field: HTMLTextAreaElement | null): void {
  field?.focus()
}

function saidIn(said: Statement['said']): string {
  if (said === null) return ''
  return said.answer === 'different'
    ? nlMyNotes.said.different(said.text)
    : nlMyNotes.said[said.answer]
}
