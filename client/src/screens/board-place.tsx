import { Suspense, lazy, useEffect, useRef, useState } from 'react'
import type { ComponentProps, ReactElement } from 'react'
import { BoardFrame } from '../features/boards/board-frame.tsx'
import { StatusPill } from '../features/boards/status-pill.tsx'
import { OriginButton } from '../features/history/origin-button.tsx'
import type { OutlineWish } from '../features/outline/outline-view.tsx'
import { keepPage } from '../live/keep-page.ts'
import { nlOutline } from '../texts/nl-outline.ts'
import { Button } from '../ui/button.tsx'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import type { BoardViewChoice } from './board-view.ts'
import { BoardWishes } from './board-wishes.tsx'
import './board-place.css'

const OutlineView = lazy(() => import('../features/outline/outline-view.tsx'))
const ProvenancePanel = lazy(async () => ({
  default: (await import('../features/history/provenance-panel.tsx')).ProvenancePanel,
}))

interface BoardPlaceProps extends Omit<ComponentProps<typeof BoardFrame>, 'isWall'> {
  readonly choice: BoardViewChoice
  /** The step is one in which people draw, so it asks for words as well. */
  readonly isDrawing?: boolean
}

/** A board as somebody wants to see it: drawn, in words, or both. All share one connection. */
export function BoardPlace({ choice, isDrawing = false, ...frame }: BoardPlaceProps): ReactElement {
  const { sessionId, board, as, area } = frame
  const { view, views, choose } = choice
  useEffect(() => keepPage(), [])
  const [wish, setWish] = useState<OutlineWish | undefined>()
  const [picked, setPicked] = useState<string | undefined>()
  // What is asked stays what it is, also when the choice on the board goes away meanwhile.
  const [asked, setAsked] = useState<string | undefined>()
  const [attempt, setAttempt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const before = useRef(view)
  useEffect(() => {
    // Who asked for the list wants to be in it.
    if (before.current !== view && view !== 'board') list.current?.focus()
    before.current = view
  }, [view])
  const openList = (next: OutlineWish): void => {
    setWish(next)
    if (view === 'board') choose(views.includes('both') ? 'both' : 'list')
  }
  return (
    <div className={`stip-board-place stip-board-place--${view}`}>
      {view !== 'list' && (
        <div className="stip-board-place__board">
          <BoardFrame
            key={board.id}
            {...frame}
            onPick={setPicked}
            pickedActions={picked !== undefined && <OriginButton onAsk={() => setAsked(picked)} />}
          />
          {view === 'board' && (
            <BoardWishes
              sessionId={sessionId}
              boardId={board.id}
              role={as}
              area={area}
              asksForWords={isDrawing && board.access === 'write' && frame.notesOnly !== true}
              onWish={openList}
            />
          )}
        </div>
      )}
      {view !== 'board' && (
        <div ref={list} className="stip-board-place__list" tabIndex={-1}>
          <ErrorBoundary
            key={attempt}
            renderFallback={() => (
              <div className="stip-board-place__message" role="alert">
                <p>{nlOutline.failed}</p>
                <Button onClick={() => setAttempt(attempt + 1)}>{nlOutline.again}</Button>
              </div>
            )}
          >
            <Suspense
              fallback={<output className="stip-board-place__message">{nlOutline.loading}</output>}
            >
              <OutlineView
                key={board.id}
                sessionId={sessionId}
                boardId={board.id}
                role={as}
                access={board.access}
                notesOnly={frame.notesOnly}
                area={area}
                wish={wish}
                onAskOrigin={setAsked}
                {...(view === 'list' && {
                  renderStatus: ({ status, unsavedCount }) => (
                    <StatusPill status={{ kind: status, unsavedCount }} access={board.access} />
                  ),
                })}
              />
            </Suspense>
          </ErrorBoundary>
        </div>
      )}
      {asked !== undefined && (
        <Suspense fallback={null}>
          <ProvenancePanel
            boardId={board.id}
            recordId={asked}
            as={as}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </div>
  )
}
