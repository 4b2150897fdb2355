import type { BoardView, SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { MyNotesButton } from '../../features/my-notes/my-notes-button.tsx'
import { FrozenNotice } from '../../features/boards/frozen-notice.tsx'
import { TrayButton } from '../../features/tray/tray-button.tsx'

interface WhereNotesAreProps {
  readonly view: SessionView
  /** Of the board that is looked at. */
  readonly kind: BoardView['kind'] | undefined
  readonly isShort?: boolean
}

/** Above a board: whether it stands still, what of all groups is not on the vision, and what became of one's own notes. */
export function WhereNotesAre({ view, kind, isShort }: WhereNotesAreProps): ReactElement {
  return (
    <>
      <FrozenNotice view={view} kind={kind} />
      {kind === 'vision' && <TrayButton view={view} as="participant" />}
      <MyNotesButton view={view} isShort={isShort ?? false} />
    </>
  )
}
