import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs'
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs'
import { useCallback, useSyncExternalStore } from 'react'
import type { ReactElement } from 'react'
import type { OwnUndo } from '../../board/undo/own-undo.ts'
import { nlOutline } from '../../texts/board/nl-outline.ts'
import { Button } from '../../ui/controls/button.tsx'
import { useOutlineTools } from './outline-context.ts'

interface OutlineBarProps {
  readonly undo: OwnUndo
  readonly isAnnouncing: boolean
  readonly onToggleAnnouncing: () => void
}

/** Undo of one's own steps, and whether one wants to hear what others do. */
export function OutlineBar({
  undo,
  isAnnouncing,
  onToggleAnnouncing,
}: OutlineBarProps): ReactElement {
  const { desk, mayWrite, say } = useOutlineTools()
  const subscribe = useCallback((listener: () => void) => undo.subscribe(listener), [undo])
  const canUndo = useSyncExternalStore(subscribe, () => undo.canUndo)
  const canRedo = useSyncExternalStore(subscribe, () => undo.canRedo)
  return (
    <div className="stip-outline__bar">
      {mayWrite && (
        <>
          <Button
            kind="subtle"
            size="small"
            aria-disabled={!canUndo}
            icon={<IconArrowBackUp size={18} aria-hidden="true" />}
            onClick={() => {
              if (desk.undo()) say(nlOutline.undone)
            }}
          >
            {nlOutline.undo}
          </Button>
          <Button
            kind="subtle"
            size="small"
            aria-disabled={!canRedo}
            icon={<IconArrowForwardUp size={18} aria-hidden="true" />}
            onClick={() => {
              if (desk.redo()) say(nlOutline.redone)
            }}
          >
            {nlOutline.redo}
          </Button>
        </>
      )}
      <Button
        kind="subtle"
        size="small"
        isPressed={isAnnouncing}
        icon={<IconBell size={18} />}
        onClick={() => {
          onToggleAnnouncing()
          say(isAnnouncing ? nlOutline.announcements.off : nlOutline.announcements.on)
        }}
      >
        {nlOutline.announcements.toggle}
      </Button>
    </div>
  )
}
