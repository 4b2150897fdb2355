import { useState } from 'react'
import type { ReactElement } from 'react'
import type { NotPlaced } from '@stip/documents'
import { nlRefused } from '../texts/board/nl-refused.ts'
import { copyText } from './copy-text.ts'

interface RefusedBarProps {
  /** What this person did that found no place. */
  readonly entries: readonly NotPlaced[]
  readonly onClose: () => void
}

/** Says what did not fit, and gives the words back to whoever wrote them. */
export function RefusedBar({ entries, onClose }: RefusedBarProps): ReactElement {
  const [isCopied, setCopied] = useState(false)
  const { title, advice, notPlaced, copy, copied, entry, close } = nlRefused
  const words = entries.map(({ text }) => text).filter((text) => text !== '')
  return (
    <aside className="stip-refused" role="alert">
      <p>
        <strong>{title}</strong> {advice}
      </p>
      <h2>{notPlaced}</h2>
      <ul>
        {entries.map((one, number) => (
          // Two things can hold the same words, and one can be refused twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={number} dir="auto">
            {entry(one)}
          </li>
        ))}
      </ul>
      {words.length > 0 && (
        <button
          type="button"
          className="stip-board-button"
          onClick={() => {
            void copyText(words.join('\n\n')).then(setCopied)
          }}
        >
          {isCopied ? copied : copy}
        </button>
      )}
      <button type="button" className="stip-board-button" onClick={onClose}>
        {close}
      </button>
    </aside>
  )
}
