import type { SessionView } from '@stip/api'
import type { Vision } from '@stip/board'
import { type ReactElement, useMemo, useState } from 'react'
import { StatusPill } from '../../features/boards/status-pill.tsx'
import type { Lead } from '../../features/lead/use-lead.ts'
import { VerifiedLine } from '../../features/my-notes/verified-line.tsx'
import { useMissing } from '../../features/proposals/use-missing.ts'
import { useProposals } from '../../features/proposals/use-proposals.ts'
import { AskAbout } from '../../features/questions/asking/ask-about.tsx'
import { Weigh } from '../../features/questions/asking/weigh.tsx'
import { QuestionPanelLater } from '../../features/questions/asking/question-panel-later.tsx'
import { useResultsOfItems } from '../../features/questions/results-of-items.ts'
import { MissingPanel } from '../../features/vision/missing-panel.tsx'
import { SaveVision } from '../../features/vision/save-vision.tsx'
import { DownloadsLater } from '../../features/vision-document/downloads-later.tsx'
import { VisionWork } from '../../features/vision/vision-work.tsx'
import { RecognisedBy, SaidOfStatement } from './said-by-room.tsx'

interface ConsoleVisionProps {
  readonly view: SessionView
  readonly board: SessionView['boards'][number]
  readonly lead: Lead
}

/** The vision on the console: what was brought, what Stip proposes about it, and what is made of it. */
export function ConsoleVision({ view, board, lead }: ConsoleVisionProps): ReactElement {
  const [cards, setCards] = useState<Vision['cards']>()
  const said = useMemo(() => cards?.map(({ id, words }) => ({ id, text: words })), [cards])
  const { value: proposals, problem } = useProposals(view.id, said)
  const recognition = useResultsOfItems(view, 'recognition')
  const consent = useResultsOfItems(view, 'consent')
  const asking = { view, isBusy: lead.busy !== undefined, onCommand: lead.run }
  return (
    <VisionWork
      view={view}
      boardId={board.id}
      as="facilitator"
      run={lead.run}
      proposed={proposals ?? (problem === undefined ? undefined : null)}
      onCards={setCards}
      renderNote={(pile) => <RecognisedBy pile={pile} results={recognition} groups={view.groups} />}
      renderVotes={(statement) => (
        <>
          <SaidOfStatement result={consent.get(statement)} groups={view.groups} />
          <VerifiedLine verified={view.verified} statement={statement} />
        </>
      )}
      renderAsk={({ statements }) =>
        view.question === undefined ? (
          statements.length > 0 && (
            <div className="stip-row">
              <AskAbout {...asking} topic="consent" />
              <AskAbout {...asking} topic="critique" />
              <Weigh
                view={view}
                records={statements.filter(isWeighed).map(({ id }) => id)}
                onCommand={lead.run}
              />
            </div>
          )
        ) : (
          <QuestionPanelLater {...asking} />
        )
      }
      renderSave={(vision, { unsavedCount }) => (
        <SaveVision
          versions={view.versions}
          vision={vision}
          onSave={() => lead.run({ type: 'save-version' })}
          isBusy={lead.busy === 'save-version'}
          isWriting={unsavedCount > 0}
          unchanged={lead.unchangedVersion}
          renderDownloads={(version) => (
            <DownloadsLater sessionId={view.id} version={version} as="facilitator" level={3} />
          )}
        />
      )}
      renderMissing={(vision, onClose) => (
        <Missing sessionId={view.id} vision={vision} onClose={onClose} />
      )}
      renderStatus={({ status, unsavedCount }) => (
        <StatusPill status={{ kind: status, unsavedCount }} access={board.access} />
      )}
    />
  )
}

/** Differences and open questions are kept, not weighed. */
function isWeighed({ list }: Vision['statements'][number]): boolean {
  return list === 'shared' || list === 'offer' || list === 'ask'
}

interface MissingProps {
  readonly sessionId: string
  readonly vision: Vision
  readonly onClose: () => void
}

function Missing({ sessionId, vision, onClose }: MissingProps): ReactElement {
  const { value, isLoading, problem, again } = useMissing(sessionId, vision)
  return (
    <MissingPanel
      vision={vision}
      missing={value}
      isLoading={isLoading}
      problem={problem}
      onAgain={again}
      onClose={onClose}
    />
  )
}
