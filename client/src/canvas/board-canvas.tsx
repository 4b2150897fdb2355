import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ReactElement } from 'react'
import { boardSession } from '../board/board-sessions.ts'
import { notPlacedShelf } from '../board/not-placed-shelf.ts'
import { RefusedBar } from '../board/refused-bar.tsx'
import { nlCanvas } from '../texts/board/nl-canvas.ts'
import type { BoardCanvasProps } from './board-props.ts'
import { BoardErrorBoundary } from './board-error-boundary.tsx'
import { BoardSurface } from './board-surface.tsx'
import { BoardSkeleton } from './chrome/board-skeleton.tsx'
import { CanvasSession } from './canvas-session.ts'
import 'tldraw/tldraw.css'
import './canvas.css'

/** A board on screen, kept equal with everybody else's. Fills the element it is put in. */
export function BoardCanvas(props: BoardCanvasProps): ReactElement {
  const { sessionId, boardId, role, chrome, keepsCopy = true, onStatus } = props
  const life = useMemo(
    () => new CanvasSession(boardSession({ sessionId, boardId, role, store: keepsCopy })),
    [sessionId, boardId, role, keepsCopy],
  )
  const { board, state } = useSyncExternalStore(life.subscribe, () => life.moment)
  const notPlaced = useSyncExternalStore(notPlacedShelf.subscribe, () => notPlacedShelf.entries)
  const [restarts, setRestarts] = useState(0)
  const { status, unsavedCount, isLoaded } = state

  const latestOnStatus = useRef(onStatus)
  useEffect(() => {
    latestOnStatus.current = onStatus
  })
  useEffect(() => {
    latestOnStatus.current?.({ kind: status, unsavedCount })
  }, [status, unsavedCount])

  return (
    <section className={`stip-board stip-board--${chrome}`} aria-label={nlCanvas.board}>
      {board !== undefined && isLoaded ? (
        <BoardErrorBoundary key={restarts} onRestart={() => setRestarts(restarts + 1)}>
          <BoardSurface {...props} board={board} status={status} />
        </BoardErrorBoundary>
      ) : (
        <BoardSkeleton />
      )}
      {notPlaced.length > 0 && chrome === 'full' && (
        <RefusedBar entries={notPlaced} onClose={() => notPlacedShelf.clear()} />
      )}
    </section>
  )
}
