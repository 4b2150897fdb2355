import type { SessionView } from '@stip/api'
import type { Vision } from '@stip/board'
import { type ReactElement, useMemo, useState } from 'react'
import { StatusPill } from '../../features/boards/status-pill.tsx'
import type { Lead } from '../../features/lead/use-lead.ts'
import { useProposals } from '../../features/proposals/use-proposals.ts'
import { SaveVision } from '../../features/vision/save-vision.tsx'
import { DownloadsLater } from '../../features/vision-document/downloads-later.tsx'
import { VisionWork } from '../../features/vision/vision-work.tsx'

interface ConsoleVisionProps {
  readonly view: SessionView
  readonly board: SessionView['boards'][number]
  readonly lead: Lead
}

/** The vision on the console: what was brought, what Stip proposes about it, and what is made of it. */
export function ConsoleVision({ view, board, lead }: ConsoleVisionProps): ReactElement {
  const [cards, setCards] = useState<Vision['cards']>()
  const said = useMemo(() => cards?.map(({ id, words }) => ({ id, text: words })), [cards])
  const { proposals, problem } = useProposals(view.id, said)
  return (
    <VisionWork
      view={view}
      boardId={board.id}
      as="facilitator"
      run={lead.run}
      proposed={proposals ?? (problem === undefined ? undefined : null)}
      onCards={setCards}
      renderSave={(vision) => (
        <SaveVision
          versions={view.versions}
          vision={vision}
          onSave={() => lead.run({ type: 'save-version' })}
          isBusy={lead.busy === 'save-version'}
          unchanged={lead.unchangedVersion}
          renderDownloads={(version) => (
            <DownloadsLater sessionId={view.id} version={version} as="facilitator" level={3} />
          )}
        />
      )}
      renderStatus={({ status, unsavedCount }) => (
        <StatusPill status={{ kind: status, unsavedCount }} access={board.access} />
      )}
    />
  )
}
