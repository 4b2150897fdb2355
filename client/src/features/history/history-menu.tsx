import type { Role } from '@stip/api'
import type { BoardId, SessionId } from '@stip/primitives'
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs'
import { type ReactElement, Suspense, lazy, useState } from 'react'
import { nl } from '../../texts/nl.ts'
import { Menu, MenuItem } from '../../ui/controls/menu.tsx'
import { part } from '../../live/part.ts'

const HistoryPanel = lazy(async () => ({
  default: (await part(() => import('./history-panel.tsx'))).HistoryPanel,
}))
const TrashPanel = lazy(async () => ({
  default: (await part(() => import('./trash-panel.tsx'))).TrashPanel,
}))

interface HistoryMenuProps {
  readonly sessionId: SessionId
  readonly board: { readonly id: BoardId; readonly access: 'read' | 'write' }
  readonly as: Role
  /** Given to the facilitator, while the session runs. */
  readonly onRestore?: ((moment: number) => void) | undefined
}

/** The ways back on a board: how it was, and what was deleted. */
export function HistoryMenu({ sessionId, board, as, onRestore }: HistoryMenuProps): ReactElement {
  const [open, setOpen] = useState<'history' | 'trash' | undefined>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Menu
        label={nl.boards.earlier}
        name={nl.boards.earlierLong}
        icon={<IconHistory size={18} aria-hidden="true" />}
      >
        <MenuItem onChoose={() => setOpen('trash')}>{nl.boards.trash}</MenuItem>
        <MenuItem onChoose={() => setOpen('history')}>{nl.boards.history}</MenuItem>
      </Menu>
      <Suspense fallback={null}>
        {open === 'history' && (
          <HistoryPanel
            sessionId={sessionId}
            boardId={board.id}
            as={as}
            onRestore={
              onRestore &&
              ((moment) => {
                close()
                onRestore(moment)
              })
            }
            onClose={close}
          />
        )}
        {open === 'trash' && (
          <TrashPanel
            sessionId={sessionId}
            boardId={board.id}
            as={as}
            mayWrite={board.access === 'write'}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  )
}
