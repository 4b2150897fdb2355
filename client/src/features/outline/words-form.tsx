import { limits } from '@stip/documents/light'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { nlOutline } from '../../texts/nl-outline.ts'
import { Button } from '../../ui/button.tsx'

interface WordsFormProps {
  readonly label: string
  readonly hint: string
  readonly submit: string
  /** Whether the field stays open for the next one. */
  readonly staysOpen?: boolean
  readonly onSubmit: (words: string) => void
  readonly onClose: () => void
}

/** A field for new words. Enter sends them, Escape closes it. */
export function WordsForm(props: WordsFormProps): ReactElement {
  const { label, hint, submit, staysOpen = false, onSubmit, onClose } = props
  const [words, setWords] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  const send = (): void => {
    const said = words.trim()
    if (said === '') {
      field.current?.focus()
      return
    }
    setWords('')
    onSubmit(said)
    if (staysOpen) field.current?.focus()
    else onClose()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose()
    else if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    else send()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className="stip-outline__form"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label className="stip-outline__label" htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        dir="auto"
        className="utrecht-textbox stip-outline__field"
        rows={2}
        maxLength={limits.typedTextLength}
        aria-describedby={`${id}-hint`}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={press}
      />
      <p id={`${id}-hint`} className="stip-outline__hint">
        {hint}
      </p>
      <div className="stip-outline__actions">
        <Button type="submit" kind="primary" size="small">
          {submit}
        </Button>
        <Button kind="subtle" size="small" onClick={onClose}>
          {nlOutline.close}
        </Button>
      </div>
    </form>
  )
}
