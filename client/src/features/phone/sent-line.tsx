import type { ReactElement } from 'react'
import { nlPhone } from '../../texts/nl-phone.ts'
import { Button } from '../../ui/controls/button.tsx'
import type { OwnNote } from './outbox.ts'
import type { Said } from './said.ts'

interface SentLineProps {
  readonly said: Said
  readonly onPutBack: (note: OwnNote) => void
}

/** What became of what was sent. It has a place of its own, so it covers nothing. */
export function SentLine({ said, onPutBack }: SentLineProps): ReactElement {
  const { words, mood, refused } = said
  return (
    <div className="stip-sent">
      <output className={`stip-sent__words stip-sent__words--${mood}`}>{words}</output>
      {refused !== undefined && <PutBack note={refused} onPutBack={onPutBack} />}
    </div>
  )
}

interface PutBackProps {
  readonly note: OwnNote
  readonly onPutBack: (note: OwnNote) => void
}

/** Brings what was not placed back into the field. */
function PutBack({ note, onPutBack }: PutBackProps): ReactElement {
  return (
    <Button kind="subtle" size="small" onClick={() => onPutBack(note)}>
      {nlPhone.state.again}
    </Button>
  )
}

interface NotPlacedProps {
  readonly notes: readonly OwnNote[]
  /** Absent while there is no field to put them back into. */
  readonly onPutBack?: ((note: OwnNote) => void) | undefined
}

/** What was not placed and is told of no more: its words are nowhere else. */
export function NotPlaced({ notes, onPutBack }: NotPlacedProps): ReactElement | null {
  if (notes.length === 0) return null
  return (
    <div className="stip-lists">
      <details>
        <summary>{nlPhone.notPlaced(notes.length)}</summary>
        <ul className="stip-lists__items">
          {notes.map((note) => (
            <li key={note.id} dir="auto">
              {note.words}
              {onPutBack !== undefined && (
                <div className="stip-lists__actions">
                  <PutBack note={note} onPutBack={onPutBack} />
                </div>
              )}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
