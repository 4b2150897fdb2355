import { type ReactElement, useState } from 'react'
import { nlTakeAway } from '../../texts/console/nl-take-away.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import './take-away.css'

const LONGEST = 200

interface TakeAwaySheetProps {
  readonly onTake: (reason: string) => void
  readonly onClose: () => void
}

/** Asks why a remark goes, for who wrote it, and takes it away. */
export function TakeAwaySheet({ onTake, onClose }: TakeAwaySheetProps): ReactElement {
  const texts = nlTakeAway
  const [chosen, setChosen] = useState<string>(texts.reasons[0])
  const [own, setOwn] = useState('')
  const isOther = chosen === ''
  const reason = isOther ? own.trim() : chosen
  return (
    <Sheet label={texts.title} onClose={onClose}>
      <h2 className="nl-heading nl-heading--level-2">{texts.title}</h2>
      <p>{texts.explain}</p>
      <form
        className="stip-take-away"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason !== '') onTake(reason)
        }}
      >
        <fieldset>
          <legend>{texts.why}</legend>
          {[...texts.reasons, ''].map((each) => (
            <label key={each} className="stip-take-away__choice">
              <input
                type="radio"
                name="reason"
                checked={chosen === each}
                onChange={() => setChosen(each)}
              />
              {each === '' ? texts.other : each}
            </label>
          ))}
          {isOther && (
            <label>
              {texts.otherLabel}
              <input
                className="utrecht-textbox utrecht-textbox--html-input"
                dir="auto"
                maxLength={LONGEST}
                value={own}
                onChange={({ target }) => setOwn(target.value)}
              />
              <small>{texts.noNames}</small>
            </label>
          )}
        </fieldset>
        <div className="stip-take-away__buttons">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button kind="primary" type="submit" disabled={reason === ''}>
            {texts.take}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
