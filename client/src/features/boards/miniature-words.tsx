import type { Bounds } from '@stip/board'
import type { ReactElement } from 'react'

/** On one line of a note, about. */
const lettersOnLine = 14
const mostLines = 5

interface MiniatureWordsProps {
  readonly place: Bounds
  readonly letters: number
}

/** What was written, as bars: too small to read, but one sees how much it is. */
export function MiniatureWords({ place, letters }: MiniatureWordsProps): ReactElement | null {
  const lineCount = Math.min(mostLines, Math.ceil(letters / lettersOnLine))
  if (lineCount === 0) return null
  const lineHeight = Math.min(34, place.h / (lineCount + 1))
  const top = place.y + (place.h - lineCount * lineHeight) / 2
  return (
    <>
      {Array.from({ length: lineCount }, (_, line) => {
        const isLast = line === lineCount - 1
        const rest = letters - line * lettersOnLine
        const part = isLast ? Math.max(0.3, Math.min(1, rest / lettersOnLine)) : 1
        const width = place.w * 0.8 * part
        return (
          <rect
            key={line}
            x={place.x + (place.w - width) / 2}
            y={top + line * lineHeight}
            width={width}
            height={lineHeight * 0.5}
            rx={4}
            fill="#1b1f24"
            opacity={0.6}
          />
        )
      })}
    </>
  )
}
