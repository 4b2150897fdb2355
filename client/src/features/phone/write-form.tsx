import type { StepView, ZoneView } from '@stip/api'
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs'
import { useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import { nlNotYet } from '../../texts/board/nl-not-yet.ts'
import { nlPhone } from '../../texts/nl-phone.ts'
import { Button } from '../../ui/controls/button.tsx'
import { askedIn } from './phone-zones.ts'

interface WriteFormProps {
  readonly zones: readonly ZoneView[]
  readonly zone: ZoneView
  readonly onZone: (id: string) => void
  /** What the step asks, where the zone asks nothing itself. */
  readonly stepQuestion: string | undefined
  readonly assignment: readonly string[]
  /** What the step asks for and Stip cannot do yet. */
  readonly notYet: StepView['notYet']
  readonly words: string
  readonly onWords: (words: string) => void
  readonly onSend: (words: string) => void
  /** Whose words they are, where somebody writes for others. */
  readonly whose: ReactNode
  /** What became of what was sent: one line, in its own place. */
  readonly children: ReactNode
}

/** As far as anybody types in one note; the server takes no more. */
const MOST = 8000

/** One question, and one field that is always open. Enter sends. */
export function WriteForm(props: WriteFormProps): ReactElement {
  const { zones, zone, words, onWords, onSend } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const { question, beside, beginning } = askedIn(zone)
  const send = (): void => {
    const said = words.trim()
    field.current?.focus()
    if (said !== '') onSend(said)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <form
      className="stip-write"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {zones.length > 1 && <ZoneChips {...props} />}
      <h1 className="stip-write__question" id={`${id}-question`}>
        {question}
      </h1>
      {beside !== '' && (zones.length < 2 || beside !== zone.title) && (
        <p className="stip-write__beside">{beside}</p>
      )}
      {props.stepQuestion !== undefined && (
        <p className="stip-write__beside">{props.stepQuestion}</p>
      )}
      {props.assignment.length > 0 && (
        <p className="stip-write__assignment">{props.assignment.join(' ')}</p>
      )}
      {props.notYet.map((name) => (
        <p key={name} className="stip-write__not-yet">
          {nlNotYet[name]}
        </p>
      ))}
      {props.whose}
      <div className="stip-write__row">
        <textarea
          ref={field}
          dir="auto"
          rows={2}
          className="utrecht-textbox stip-write__field"
          aria-label={nlPhone.field}
          aria-describedby={`${id}-question`}
          placeholder={beginning === '' ? nlPhone.field : beginning}
          enterKeyHint="send"
          maxLength={MOST}
          value={words}
          onChange={(event) => onWords(event.target.value)}
          onKeyDown={press}
        />
        <Button
          type="submit"
          kind="primary"
          icon={<IconSend size={20} aria-hidden="true" />}
          className="stip-write__send"
        >
          {nlPhone.send}
        </Button>
      </div>
      {props.children}
    </form>
  )
}

/** A step may ask in several zones; the question follows the choice. */
function ZoneChips({ zones, zone, onZone }: WriteFormProps): ReactElement {
  const [name] = useState(() => `zone-${zones[0]?.id ?? ''}`)
  return (
    <fieldset className="stip-chips">
      <legend className="stip-hidden">{nlPhone.zones}</legend>
      {zones.map((one) => (
        <label key={one.id} className="stip-chip">
          <input
            type="radio"
            name={name}
            checked={one.id === zone.id}
            onChange={() => onZone(one.id)}
          />
          <bdi>{one.title}</bdi>
        </label>
      ))}
    </fieldset>
  )
}
