import { type InputHTMLAttributes, type ReactElement, useEffect, useId, useRef } from 'react'
import './text-field.css'

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'size'> {
  readonly label: string
  readonly hint?: string
  /** What is wrong with what was typed, and what to do. */
  readonly error?: string | undefined
  readonly isLarge?: boolean
  /** What was pressed asked for exactly this field, so typing can start at once. */
  readonly takesFocus?: boolean
  /** The label is there for screen readers only, where a heading says the same. */
  readonly hidesLabel?: boolean
  readonly value: string
  readonly onChange: (text: string) => void
}

/** One line to type in, with its label, a hint and what is wrong. */
export function TextField({
  label,
  hint,
  error,
  isLarge = false,
  hidesLabel = false,
  takesFocus = false,
  onChange,
  ...rest
}: TextFieldProps): ReactElement {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])
  const described = [
    hint === undefined ? '' : `${id}-hint`,
    error === undefined ? '' : `${id}-error`,
  ]
  return (
    <div className="utrecht-form-field stip-field">
      <label
        htmlFor={id}
        className={hidesLabel ? 'stip-hidden' : 'utrecht-form-label stip-field__label'}
      >
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="stip-field__hint">
          {hint}
        </p>
      )}
      <input
        type="text"
        dir="auto"
        {...rest}
        ref={input}
        id={id}
        aria-describedby={described.join(' ').trim() || undefined}
        aria-invalid={error !== undefined}
        className={`utrecht-textbox stip-field__input${isLarge ? ' stip-field__input--large' : ''}${error === undefined ? '' : ' utrecht-textbox--invalid'}`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-error`} role="alert" className="stip-field__error">
        {error}
      </p>
    </div>
  )
}
