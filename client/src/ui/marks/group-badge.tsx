import type { CSSProperties, ReactElement } from 'react'
import './group-badge.css'

/** Colour of a group by its letter, as a token; letters beyond the palette start it again. */
export function groupColor(letter: string): string {
  const place = ((letter.codePointAt(0) ?? 65) - 65 + 8) % 8
  return `var(--stip-group-${'abcdefgh'[place] ?? 'a'})`
}

interface GroupBadgeProps {
  readonly letter: string
  readonly name?: string
  readonly size?: 'small' | 'normal' | 'huge'
}

/** A group is always letter, colour and name together; never colour alone. */
export function GroupBadge({ letter, name, size = 'normal' }: GroupBadgeProps): ReactElement {
  const style = { '--stip-group-color': groupColor(letter) } as CSSProperties
  return (
    <span className={`stip-group-badge stip-group-badge--${size}`} style={style}>
      <span className="stip-group-badge__letter">{letter}</span>
      {name !== undefined && (
        <span className="stip-group-badge__name">
          <span aria-hidden="true">· </span>
          <bdi>{name}</bdi>
        </span>
      )}
    </span>
  )
}
