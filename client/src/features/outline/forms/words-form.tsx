import { limits } from '@stip/documents/light'
import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { nlOutline } from '../../../texts/board/nl-outline.ts'
import { Button } from '../../../ui/controls/button.tsx'
import { drafts } from './draft.ts'
import { useOutlineTools } from '../outline-context.ts'

interface WordsFormProps {
  readonly label: string
  readonly hint: string
  readonly submit: string
  /** Whether the field stays open for the next one. */
  readonly staysOpen?: boolean
  readonly onSubmit: (words: string) => void
  readonly onClose: () => void
}

/**
 * A field for new words. Enter sends them; Escape does too, and closes it. When it goes away in
 * another way, the words wait on this device for the next one on this board.
 */
export function WordsForm(props: WordsFormProps): ReactElement {
  const { label, hint, submit, staysOpen = false, onSubmit, onClose } = props
  const { boardId, open } = useOutlineTools()
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  const send = (isLast?: boolean): void => {
    const element = field.current
    if (element === null) return
    const said = element.value.trim()
    element.value = ''
    drafts.delete(boardId)
    if (said !== '') onSubmit(said)
    if (isLast || (said !== '' && !staysOpen)) onClose()
    else element.focus()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return
    send(event.key === 'Escape')
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
        defaultValue={drafts.get(boardId)?.words}
        onChange={({ target }) => open && drafts.set(boardId, { ...open, words: target.value })}
        onKeyDown={press}
      />
      <p id={`${id}-hint`} className="stip-outline__hint">
        {hint}
      </p>
      <div className="stip-outline__actions">
        <Button type="submit" kind="primary" size="small">
          {submit}
        </Button>
        <Button kind="subtle" size="small" onClick={() => send(true)}>
          {nlOutline.close}
        </Button>
      </div>
    </form>
  )
}
