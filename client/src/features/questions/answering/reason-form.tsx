import { questionLimits } from '@stip/workshop'
import { type FormEvent, type ReactElement, useId, useState } from 'react'
import { Button } from '../../../ui/controls/button.tsx'
import { nlAnswering } from './nl-answering.ts'

interface ReasonFormProps {
  readonly label: string
  readonly hint: string | undefined
  /** What counts now. */
  readonly sent: string | undefined
  /** What is typed and not sent, under the name of what it is about; it outlives this form. */
  readonly unsent: Map<string, string>
  readonly about: string
  readonly onSend: (words: string) => void
}

/** A short text with a button that sends it; what was sent stays in the field. */
export function ReasonForm(props: ReasonFormProps): ReactElement {
  const { label, hint, sent, unsent, about, onSend } = props
  const id = useId()
  const [words, setWords] = useState(unsent.get(about) ?? sent ?? '')
  const isChanged = words.trim() !== (sent ?? '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isChanged) return
    unsent.delete(about)
    onSend(words.trim())
  }
  const type = (typed: string): void => {
    setWords(typed)
    if (typed.trim() === '' || typed.trim() === sent) unsent.delete(about)
    else unsent.set(about, typed)
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
        onChange={(event) => type(event.target.value)}
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
