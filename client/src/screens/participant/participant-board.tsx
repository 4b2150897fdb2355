import type { SessionView } from '@stip/api'
import { momentOf, ownGroup } from '@stip/workshop'
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs'
import { type ReactElement, Suspense, lazy, useRef } from 'react'
import type { BoardHandle } from '../../canvas/board-props.ts'
import { boardFileName, boardName } from '../../features/boards/board-names.ts'
import { BoardTabs } from '../../features/boards/board-tabs.tsx'
import { HandButtonLater } from '../../features/hands/hand-button-later.tsx'
import { HistoryMenu } from '../../features/history/history-menu.tsx'
import { BoardInOutLater } from '../../features/in-out/board-in-out-later.tsx'
import { useReadingChoice } from '../../features/reading/reads-first.ts'
import type { PlaceAtWork } from '../../features/step/place-at-work.ts'
import { HeldNotice } from '../../features/step/held-notice.tsx'
import { StepHeader } from '../../features/step/step-header.tsx'
import { useHeld } from '../../features/step/use-held.ts'
import { part } from '../../live/part.ts'
import { nl } from '../../texts/nl.ts'
import { Button } from '../../ui/controls/button.tsx'
import { BoardPlace, withoutStars, withStars } from '../board/board-place.tsx'
import { useBoardView } from '../board/board-view.ts'
import { ReadBoardLater } from '../board/read-board-later.tsx'
import { ViewSwitch } from '../board/view-switch.tsx'
import '../board/board-screen.css'

const beside = () => part(() => import('../board/beside-board.ts'))
const ToldAway = lazy(async () => ({ default: (await beside()).ToldAway }))
const WhereNotesAre = lazy(async () => ({ default: (await beside()).WhereNotesAre }))

const CalmStep = lazy(async () => ({ default: (await beside()).CalmStep }))
const EndedPlace = lazy(async () => ({ default: (await beside()).EndedPlace }))

interface ParticipantBoardProps {
  readonly view: SessionView
  readonly offsetMs: number
  readonly place: PlaceAtWork
  readonly goTo: (boardId: string) => void
  /** Away from a board that somebody chose, to where the session is. */
  readonly goBack: () => void
}

/** A step at work: its header, the boards, and the board or the instruction itself. */
export function ParticipantBoard(props: ParticipantBoardProps): ReactElement {
  const { offsetMs, goTo } = props
  const { view, place, waits } = useHeld(props.view, props.place)
  const toSort = place.kind === 'board' ? place.board.toSort : undefined
  const choice = useBoardView(toSort !== undefined)
  const handle = useRef<BoardHandle>(null)
  const board = place.kind === 'board' ? place.board : undefined
  const reading = useReadingChoice(view, board, momentOf(view))
  if (place.kind === 'ended') {
    return <EndedPlace view={view} onLook={goTo} />
  }
  const isReading = reading.shown === 'reading'
  return (
    <div className="stip-board-screen">
      {view.takenAway && (
        <Suspense>
          <ToldAway takenAway={view.takenAway} />
        </Suspense>
      )}
      <StepHeader view={view} offsetMs={offsetMs} group={ownGroup(view)} />
      <div className="stip-board-screen__tabs">
        {view.endedAt !== undefined && (
          <Button
            kind="subtle"
            size="small"
            icon={<IconArrowLeft size={18} aria-hidden="true" />}
            onClick={props.goBack}
          >
            {nl.ended.back}
          </Button>
        )}
        <BoardTabs view={view} current={board?.id} onChoose={goTo} />
        {reading.shown === 'board' && (
          <Button size="small" onClick={() => reading.choose('reading')}>
            {nl.boards.toReading}
          </Button>
        )}
        <Suspense>
          <WhereNotesAre view={view} kind={board?.kind} isShort />
        </Suspense>
        {board !== undefined && !isReading && <ViewSwitch choice={choice} />}
        {board !== undefined && !isReading && (
          <HistoryMenu sessionId={view.id} board={board} as="participant" />
        )}
        {board !== undefined && !isReading && (
          <BoardInOutLater
            view={view}
            board={board}
            name={boardName(view, board)}
            fileName={boardFileName(view, board)}
            as="participant"
            imagesAllowed={view.imagesAllowed}
            onShow={(area) => handle.current?.zoomToArea(area)}
          />
        )}
        <HandButtonLater view={view} />
      </div>
      {view.endedAt === undefined && board !== undefined && view.spotlight === board.id && (
        <output className="stip-board-screen__banner">{nl.boards.spotlight}</output>
      )}
      {board === undefined ? (
        <CalmStep view={view} offsetMs={offsetMs} />
      ) : (
        <main id="inhoud" tabIndex={-1} className="stip-board-screen__board">
          {isReading ? (
            <ReadBoardLater
              view={view}
              board={board}
              as="participant"
              onBoard={() => reading.choose('board')}
            />
          ) : (
            <BoardPlace
              inWords={board.kind === 'group' ? withStars : withoutStars}
              sessionId={view.id}
              board={board}
              as="participant"
              area={board.area}
              listArea={toSort}
              exportName={boardFileName(view, board)}
              choice={choice}
              handle={handle}
              imagesAllowed={view.imagesAllowed}
              notesOnly={view.notesOnly}
              isDrawing={view.steps[view.position]?.kind === 'draw'}
            />
          )}
        </main>
      )}
      {/* Below the board: above it, it would move what it says to leave alone. */}
      <HeldNotice waits={waits} />
    </div>
  )
}
