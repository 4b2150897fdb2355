import { normalizeJoinCode } from '@stip/workshop'
import { type ReactElement, useState } from 'react'
import { nlStart } from '../../texts/nl-start.ts'
import { Button } from '../../ui/controls/button.tsx'
import { SlowLine } from '../../ui/notices/slow.tsx'
import { TextField } from '../../ui/controls/text-field.tsx'

interface CodeFormProps {
  readonly initialCode?: string
  readonly kind?: 'primary' | 'secondary'
  readonly buttonText: string
  readonly hint?: string
  /** What the server said about the code that was tried last. */
  readonly problem?: string | undefined
  readonly isBusy?: boolean
  readonly hasFocus?: boolean
  readonly onCode: (code: string) => void
}

/** A field for the join code. It takes every way of typing one. */
export function CodeForm(props: CodeFormProps): ReactElement {
  const [text, setText] = useState(props.initialCode ?? '')
  const [isIncomplete, setIsIncomplete] = useState(false)
  const submit = () => {
    const code = normalizeJoinCode(text)
    setIsIncomplete(code === undefined)
    if (code !== undefined) props.onCode(code)
  }
  return (
    <form
      className="stip-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextField
        label={nlStart.code.label}
        {...(props.hint === undefined ? {} : { hint: props.hint })}
        error={isIncomplete ? nlStart.code.incomplete : props.problem}
        isLarge
        value={text}
        placeholder={nlStart.code.placeholder}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        takesFocus={props.hasFocus === true}
        onChange={(typed) => {
          setText(typed)
          setIsIncomplete(false)
        }}
      />
      <Button
        type="submit"
        kind={props.kind ?? 'primary'}
        size="large"
        disabled={props.isBusy === true}
      >
        {props.buttonText}
      </Button>
      <SlowLine isBusy={props.isBusy === true} />
    </form>
  )
}
