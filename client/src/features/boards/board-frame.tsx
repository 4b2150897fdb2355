import type { Area, Role } from '@stip/api'
import { type ReactElement, type ReactNode, type Ref, Suspense, lazy, useState } from 'react'
import type { BoardHandle, BoardStatus } from '../../canvas/board-props.ts'
import { nl } from '../../texts/nl.ts'
import { Button } from '../../ui/controls/button.tsx'
import { ErrorBoundary } from '../../ui/notices/error-boundary.tsx'
import { useIsSlow } from '../../ui/notices/slow.tsx'
import { StatusPill } from './status-pill.tsx'
import './board-frame.css'
import { part } from '../../live/part.ts'

const BoardCanvas = lazy(() =>
  part(async () => ({ default: (await import('../../canvas/index.ts')).BoardCanvas })),
)

interface BoardFrameProps {
  readonly sessionId: string
  readonly board: { readonly id: string; readonly access: 'read' | 'write' }
  readonly as: Role
  readonly area?: Area | undefined
  readonly exportName: string
  /** Whether photos may be put on the board now. */
  readonly imagesAllowed?: boolean
  /** Whether only notes may be made on the board now. */
  readonly notesOnly?: boolean
  /** What a screen may ask of the board. */
  readonly handle?: Ref<BoardHandle>
  /** Tells what on the board this person chose. */
  readonly onPick?: (id: string | undefined) => void
  /** What can be done with what this person chose. */
  readonly pickedActions?: ReactNode
  /** On the wall nothing stands around the board. */
  readonly isWall?: boolean
  /** What stands beside the board says already where changes are. */
  readonly isToldBeside?: boolean
}

/** A board as it is drawn on, with the pill that says where its changes are. */
export function BoardFrame(props: BoardFrameProps): ReactElement {
  const { board, isWall = false, isToldBeside = false } = props
  const [status, setStatus] = useState<BoardStatus | undefined>()
  const [attempt, setAttempt] = useState(0)
  return (
    <div className="stip-board-frame">
      <ErrorBoundary
        key={`${board.id}-${attempt}`}
        renderFallback={() => <Failed onRetry={() => setAttempt(attempt + 1)} />}
      >
        <Suspense fallback={<Opening />}>
          <BoardCanvas
            key={`${board.id}-${attempt}`}
            sessionId={props.sessionId}
            boardId={board.id}
            role={props.as}
            access={board.access}
            area={props.area}
            chrome={isWall ? 'none' : 'full'}
            exportName={props.exportName}
            onStatus={setStatus}
            onPick={props.onPick}
            pickedActions={props.pickedActions}
            apiRef={props.handle}
            imagesAllowed={props.imagesAllowed}
            notesOnly={props.notesOnly}
          />
        </Suspense>
      </ErrorBoundary>
      {!isWall && !isToldBeside && status !== undefined && (
        <StatusPill status={status} access={board.access} />
      )}
    </div>
  )
}

function Opening(): ReactElement {
  return (
    <output className="stip-board-frame__message stip-board-frame__message--opening">
      {useIsSlow() ? nl.slow : nl.boards.opening}
    </output>
  )
}

function Failed({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  return (
    <div className="stip-board-frame__message" role="alert">
      <p>{nl.boards.failed}</p>
      <Button onClick={onRetry}>{nl.boards.retry}</Button>
    </div>
  )
}
