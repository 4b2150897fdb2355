import type { BoardView, SessionView } from '@stip/api'
import { memo } from 'react'
import type { ReactElement } from 'react'
import { nlFrozen } from './nl-frozen.ts'
import './frozen-notice.css'

interface FrozenNoticeProps {
  readonly view: Pick<SessionView, 'groupsFrozen'>
  /** Of the board that is looked at. */
  readonly kind: BoardView['kind'] | undefined
}

/** Tells who looks at the board of a group why nothing can be written there now. */
export const FrozenNotice = memo(Frozen)

function Frozen({ view, kind }: FrozenNoticeProps): ReactElement | null {
  if (view.groupsFrozen !== true || kind !== 'group') return null
  return <output className="stip-frozen">{nlFrozen.told}</output>
}
