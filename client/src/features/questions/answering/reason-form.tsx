import { questionLimits } from '@stip/workshop'
import { type FormEvent, type ReactElement, useId, useState } from 'react'
import { Button } from '../../../ui/controls/button.tsx'
import { nlAnswering } from './nl-answering.ts'

interface ReasonFormProps {
  readonly label: string
  readonly hint: string | undefined
  /** What counts now. */
  readonly sent: string | undefined
  readonly onSend: (words: string) => void
}

/** A short text with a button that sends it; what was sent stays in the field. */
export function ReasonForm({ label, hint, sent, onSend }: ReasonFormProps): ReactElement {
  const id = useId()
  const [words, setWords] = useState(sent ?? '')
  const isChanged = words.trim() !== (sent ?? '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isChanged) onSend(words.trim())
  }
  return (
    <form className="stip-reason" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={2}
        className="utrecht-textbox stip-field__input stip-reason__field"
        maxLength={questionLimits.saidLength}
        value={words}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => setWords(event.target.value)}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="stip-muted">
          {hint}
        </p>
      )}
      {isChanged && (
        <Button type="submit" kind="primary">
          {sent === undefined ? nlAnswering.send : nlAnswering.changeIt}
        </Button>
      )}
    </form>
  )
}
