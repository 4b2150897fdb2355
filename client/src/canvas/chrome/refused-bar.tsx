import { useState } from 'react'
import type { ReactElement } from 'react'
import { nlCanvas } from '../../texts/nl-canvas.ts'
import { copyText } from './copy-text.ts'

interface RefusedBarProps {
  /** What this person wrote that found no place. */
  readonly texts: readonly string[]
  readonly onClose: () => void
}

/** Says that a change did not fit, and gives the words back to whoever wrote them. */
export function RefusedBar({ texts, onClose }: RefusedBarProps): ReactElement {
  const [isCopied, setCopied] = useState(false)
  const { title, advice, notPlaced, copy, copied } = nlCanvas.refused
  return (
    <aside className="stip-refused" role="alert">
      <p>
        <strong>{title}</strong> {advice}
      </p>
      {texts.length > 0 && (
        <>
          <h2>{notPlaced}</h2>
          <ul>
            {texts.map((text, number) => (
              // Two people can write the same words, and so can one.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={number}>{text}</li>
            ))}
          </ul>
          <button
            type="button"
            className="stip-board-button"
            onClick={() => {
              void copyText(texts.join('\n\n')).then(setCopied)
            }}
          >
            {isCopied ? copied : copy}
          </button>
        </>
      )}
      <button type="button" className="stip-board-button" onClick={onClose}>
        {nlCanvas.close}
      </button>
    </aside>
  )
}
