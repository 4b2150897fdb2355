import { type ReactElement, useId } from 'react'
import './text-field.css'

interface SelectProps {
  readonly label: string
  readonly hint?: string
  readonly hidesLabel?: boolean
  readonly value: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly onChange: (value: string) => void
}

/** A choice out of a list, with its label. */
export function Select(props: SelectProps): ReactElement {
  const id = useId()
  return (
    <div className="utrecht-form-field stip-field">
      <label
        htmlFor={id}
        className={
          props.hidesLabel === true ? 'stip-hidden' : 'utrecht-form-label stip-field__label'
        }
      >
        {props.label}
      </label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select stip-field__input"
        value={props.value}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value} dir="auto">
            {option.text}
          </option>
        ))}
      </select>
      {props.hint !== undefined && (
        <p id={`${id}-hint`} className="stip-field__hint">
          {props.hint}
        </p>
      )}
    </div>
  )
}
