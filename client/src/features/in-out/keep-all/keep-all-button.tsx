import type { SessionView } from '@stip/api'
import { type ReactElement, Suspense, lazy, useState } from 'react'
import { part } from '../../../live/part.ts'
import { nlKeepAll } from '../../../texts/files/nl-keep-all.ts'
import { Button } from '../../../ui/controls/button.tsx'
import type { BoardToKeep } from './gather.ts'

const KeepAll = lazy(() =>
  part(async () => ({ default: (await import('./keep-all.tsx')).KeepAll })),
)

interface KeepAllButtonProps {
  readonly view: SessionView
  readonly boards: readonly BoardToKeep[]
}

/** Asks for everything of a session as one file; what that takes comes when it is asked for. */
export function KeepAllButton({ view, boards }: KeepAllButtonProps): ReactElement {
  const [kept, setKept] = useState<readonly BoardToKeep[] | undefined>()
  return (
    <>
      <Button size="small" onClick={() => setKept(boards)}>
        {nlKeepAll.open}
      </Button>
      {kept !== undefined && (
        <Suspense>
          <KeepAll view={view} boards={kept} onClose={() => setKept(undefined)} />
        </Suspense>
      )}
    </>
  )
}
