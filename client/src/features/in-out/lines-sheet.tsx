import { type ReactElement, useState } from 'react'
import { nlInOut } from '../../texts/files/nl-in-out.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'

interface LinesSheetProps {
  readonly onPlace: (text: string) => void
  readonly onClose: () => void
}

/** Asks for lines that become notes. */
export function LinesSheet({ onPlace, onClose }: LinesSheetProps): ReactElement {
  const [text, setText] = useState('')
  return (
    <Sheet label={nlInOut.linesTitle} onClose={onClose}>
      <h2 className="nl-heading nl-heading--level-2">{nlInOut.linesTitle}</h2>
      <form
        className="stip-in-out__form"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') onPlace(text)
        }}
      >
        <label className="utrecht-form-label" htmlFor="stip-in-out-lines">
          {nlInOut.linesLabel}
        </label>
        <textarea
          id="stip-in-out-lines"
          dir="auto"
          className="utrecht-textbox utrecht-textbox--html-input stip-in-out__lines"
          rows={8}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <div className="stip-in-out__buttons">
          <Button onClick={onClose}>{nlInOut.close}</Button>
          <Button kind="primary" type="submit" disabled={text.trim() === ''}>
            {nlInOut.linesPlace}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
