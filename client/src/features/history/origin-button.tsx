import type { Role } from '@stip/api'
import type { BoardId, RecordId } from '@stip/primitives'
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs'
import { type ReactElement, Suspense, lazy, useState } from 'react'
import { nlHistory } from '../../texts/nl-history.ts'
import { Button } from '../../ui/button.tsx'
import './origin-button.css'

const ProvenancePanel = lazy(async () => ({
  default: (await import('./provenance-panel.tsx')).ProvenancePanel,
}))

interface OriginButtonProps {
  readonly boardId: BoardId
  readonly as: Role
  /** What somebody chose on the board; without it there is nothing to ask. */
  readonly picked: RecordId | undefined
}

/** Asks where the thing that is chosen on the board came from. */
export function OriginButton({ boardId, as, picked }: OriginButtonProps): ReactElement | null {
  // What is asked stays what it is, also when the choice on the board goes away meanwhile.
  const [asked, setAsked] = useState<RecordId | undefined>()
  return (
    <>
      {picked !== undefined && (
        <div className="stip-origin-button">
          <Button
            size="small"
            icon={<IconInfoCircle size={18} aria-hidden="true" />}
            onClick={() => setAsked(picked)}
          >
            {nlHistory.origin.open}
          </Button>
        </div>
      )}
      {asked !== undefined && (
        <Suspense fallback={null}>
          <ProvenancePanel
            boardId={boardId}
            recordId={asked}
            as={as}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}
