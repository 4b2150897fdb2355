import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { nlOutlineLater } from '../../../texts/board/nl-outline-later.ts'
import { Button } from '../../../ui/controls/button.tsx'

/** Things to choose from, under the heading where they stand. */
export interface Choices {
  readonly heading: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
}

interface ChoiceFormProps {
  readonly label: string
  readonly submit: string
  readonly choices: readonly Choices[]
  /** Asks for words besides the choice. */
  readonly words?: string
  readonly none: string
  readonly onSubmit: (id: string, words: string) => void
  readonly onClose: () => void
}

/** One choice out of a list, with a button to do it. */
export function ChoiceForm(props: ChoiceFormProps): ReactElement {
  const { label, submit, choices, words: ask, none, onSubmit, onClose } = props
  const select = useRef<HTMLSelectElement>(null)
  const [chosen, setChosen] = useState<string | undefined>()
  const [words, setWords] = useState('')
  const id = useId()
  const options = choices.flatMap((group) => group.options)
  // What was chosen may have gone away meanwhile.
  const current = options.find((option) => option.id === chosen) ?? options[0]
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  useEffect(() => select.current?.focus(), [])
  return (
    <form
      className="stip-outline__form"
      onSubmit={(event) => {
        event.preventDefault()
        onClose()
        if (current !== undefined) onSubmit(current.id, words.trim())
      }}
    >
      <label className="stip-outline__label" htmlFor={id}>
        {label}
      </label>
      {options.length === 0 ? (
        <p>{none}</p>
      ) : (
        <select
          ref={select}
          id={id}
          className="utrecht-select utrecht-select--html-select stip-outline__field"
          value={current?.id}
          onKeyDown={escape}
          onChange={(event) => setChosen(event.target.value)}
        >
          {choices.map((group) => (
            <optgroup key={group.heading} label={group.heading}>
              {group.options.map((option) => (
                <option key={option.id} value={option.id} dir="auto">
                  {option.text}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
      {ask !== undefined && options.length > 0 && (
        <>
          <label className="stip-outline__label" htmlFor={`${id}-words`}>
            {ask}
          </label>
          <input
            id={`${id}-words`}
            dir="auto"
            className="utrecht-textbox stip-outline__field"
            maxLength={200}
            value={words}
            onKeyDown={escape}
            onChange={(event) => setWords(event.target.value)}
          />
        </>
      )}
      <div className="stip-outline__actions">
        <Button type="submit" kind="primary" size="small" disabled={current === undefined}>
          {submit}
        </Button>
        <Button kind="subtle" size="small" onClick={onClose}>
          {nlOutlineLater.cancel}
        </Button>
      </div>
    </form>
  )
}
