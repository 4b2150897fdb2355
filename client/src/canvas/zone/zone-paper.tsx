import type { ZoneProps } from '@stip/documents'
import type { ReactElement } from 'react'
import { themedTintOf } from '../setup/colors.ts'

/** A zone drawn with HTML: a title in large letters, the question beneath, a big letter for a group. */
export function ZonePaper({
  w,
  h,
  title,
  question,
  color,
  style,
  letter,
}: ZoneProps): ReactElement {
  const { fill, edge, ink } = themedTintOf(color)
  const paper = style === 'label' ? {} : { background: fill, borderColor: edge }
  return (
    <section
      className={`stip-zone stip-zone--${style}`}
      style={{ width: w, height: h, color: ink, ...paper }}
      aria-label={[letter, title].filter(Boolean).join(' · ')}
    >
      {letter !== '' && (
        <span className="stip-zone__letter" style={{ background: edge }}>
          {letter}
        </span>
      )}
      <div>
        {title !== '' && (
          <h3 className="stip-zone__title" dir="auto">
            {title}
          </h3>
        )}
        {question !== '' && (
          <p className="stip-zone__question" dir="auto">
            {question}
          </p>
        )}
      </div>
    </section>
  )
}
