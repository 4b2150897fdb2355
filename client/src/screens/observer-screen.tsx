import type { SessionView } from '@stip/api'
import { type ReactElement, useState } from 'react'
import { boardFileName } from '../features/boards/board-names.ts'
import { BoardTabs } from '../features/boards/board-tabs.tsx'
import { HistoryMenu } from '../features/history/history-menu.tsx'
import { useReadingChoice } from '../features/reading/reads-first.ts'
import { momentOf } from '@stip/workshop'
import { StepHeader } from '../features/step/step-header.tsx'
import { useGrant } from '../live/use-grant.ts'
import { useSessionFeed } from '../live/feed/use-session-feed.ts'
import { nlElsewhere } from '../texts/nl-elsewhere.ts'
import { nl } from '../texts/nl.ts'
import { Button } from '../ui/controls/button.tsx'
import { SessionGate } from '../ui/notices/session-gate.tsx'
import { useTitle } from '../ui/use-title.ts'
import { BoardPlace } from './board/board-place.tsx'
import { useBoardView } from './board/board-view.ts'
import { ReadBoardLater } from './board/read-board-later.tsx'
import { ViewSwitch } from './board/view-switch.tsx'
import './board/board-screen.css'

/** An observer: reads every board, follows the step, changes nothing. */
export function ObserverScreen({ sessionId }: { readonly sessionId: string }): ReactElement {
  const grant = useGrant(sessionId, 'observer')
  const { state } = useSessionFeed(sessionId, 'observer', grant.kind === 'ready')
  return (
    <SessionGate as="observer" grant={grant} feed={state}>
      {(view) => <Boards view={view} offsetMs={state.offsetMs} />}
    </SessionGate>
  )
}

interface BoardsProps {
  readonly view: SessionView
  readonly offsetMs: number
}

function Boards({ view, offsetMs }: BoardsProps): ReactElement {
  useTitle(view.title)
  const boardView = useBoardView()
  const [chosen, setChosen] = useState<{ boardId: string; moment: string } | undefined>()
  const wanted = chosen?.moment === momentOf(view) ? chosen.boardId : undefined
  const board = boardToWatch(view, wanted)
  const reading = useReadingChoice(view, board && { ...board, access: 'read' }, momentOf(view))
  const isReading = reading.shown === 'reading'
  return (
    <div className="stip-board-screen">
      <StepHeader view={view} offsetMs={offsetMs} group={undefined} />
      <div className="stip-board-screen__tabs">
        <BoardTabs
          view={view}
          current={board?.id}
          onChoose={(boardId) => setChosen({ boardId, moment: momentOf(view) })}
        />
        {reading.shown === 'board' && (
          <Button size="small" onClick={() => reading.choose('reading')}>
            {nl.boards.toReading}
          </Button>
        )}
        {board !== undefined && !isReading && <ViewSwitch choice={boardView} />}
        {board !== undefined && !isReading && (
          <HistoryMenu sessionId={view.id} board={{ id: board.id, access: 'read' }} as="observer" />
        )}
      </div>
      <main id="inhoud" tabIndex={-1} className="stip-board-screen__board">
        {board === undefined ? (
          <p className="stip-board-frame__message">{nlElsewhere.noBoardYet}</p>
        ) : isReading ? (
          <ReadBoardLater
            view={view}
            board={board}
            as="observer"
            onBoard={() => reading.choose('board')}
          />
        ) : (
          <BoardPlace
            sessionId={view.id}
            board={{ id: board.id, access: 'read' }}
            as="observer"
            area={board.area}
            exportName={boardFileName(view, board)}
            choice={boardView}
          />
        )}
      </main>
    </div>
  )
}

/** The board that one chose, that everybody is shown, or else one that is worked on. */
function boardToWatch(
  { boards, spotlight, current }: SessionView,
  wanted: string | undefined,
): SessionView['boards'][number] | undefined {
  const led = spotlight ?? current.boardId
  return (
    boards.find(({ id }) => id === wanted) ??
    boards.find(({ id }) => id === led) ??
    boards.find(({ isInUse }) => isInUse) ??
    boards[0]
  )
}
