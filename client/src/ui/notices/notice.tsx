import type { ReactElement, ReactNode } from 'react'
import './notice.css'

interface NoticeProps {
  readonly kind?: 'info' | 'error' | 'warning' | 'ok'
  readonly children: ReactNode
}

/** A message beside what it is about. An error is read out at once. */
export function Notice({ kind = 'info', children }: NoticeProps): ReactElement {
  return (
    <div
      className={`utrecht-alert utrecht-alert--${kind} stip-notice`}
      role={kind === 'error' ? 'alert' : 'status'}
    >
      <div className="utrecht-alert__content">{children}</div>
    </div>
  )
}
