import type { Role, SessionView } from '@stip/api'
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs'
import { type ReactElement, Suspense, lazy, useState } from 'react'
import { part } from '../../live/part.ts'
import { nlTray } from '../../texts/console/nl-tray.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'

const TrayPanel = lazy(async () => ({
  default: (await part(() => import('./tray-panel.tsx'))).TrayPanel,
}))

interface TrayButtonProps {
  readonly view: SessionView
  readonly as: Role
}

/** Reads what is not on the vision yet, for who may read the boards of all groups now. */
export function TrayButton({ view, as }: TrayButtonProps): ReactElement | null {
  const [isOpen, setOpen] = useState(false)
  const readable = new Set(view.boards.map(({ id }) => id))
  if (!view.groups.every(({ boardId }) => readable.has(boardId))) return null
  return (
    <>
      <Button
        size="small"
        icon={<IconInbox size={18} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {nlTray.title}
      </Button>
      {isOpen && (
        <Sheet label={nlTray.title} onClose={() => setOpen(false)}>
          <Suspense fallback={<output className="stip-muted">{nlTray.loading}</output>}>
            <TrayPanel view={view} as={as} onClose={() => setOpen(false)} />
          </Suspense>
        </Sheet>
      )}
    </>
  )
}
