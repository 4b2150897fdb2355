import { Suspense, lazy, memo, useEffect, useRef, useState } from 'react'
import type { ComponentProps, ReactElement } from 'react'
import { StatusPill } from '../../features/boards/status-pill.tsx'
import type { OutlineWish } from '../../features/outline/outline-wish.ts'
import { keepPage } from '../../live/keep-page.ts'
import { nl } from '../../texts/nl.ts'
import { nlOutline } from '../../texts/board/nl-outline.ts'
import { Button } from '../../ui/controls/button.tsx'
import { ErrorBoundary } from '../../ui/notices/error-boundary.tsx'
import { later } from '../../ui/notices/later.tsx'
import type { BoardViewChoice } from './board-view.ts'
import type { DrawnBoard } from './drawn-board.tsx'
import './board-place.css'
import { part } from '../../live/part.ts'

const OutlineView = lazy(() =>
  part(async () => ({
    default: (await import('../../features/outline/outline-view.tsx')).OutlineView,
  })),
)
const ProvenancePanel = lazy(async () => ({
  default: (await part(() => import('../../features/history/provenance-panel.tsx')))
    .ProvenancePanel,
}))

type DrawnBoardProps = ComponentProps<typeof DrawnBoard>

/** Who looks at the list does not wait for it. */
const DrawnBoardLater = later<DrawnBoardProps>({
  load: async () => (await part(() => import('./drawn-board.tsx'))).DrawnBoard,
  before: Opening,
})

interface InWords {
  readonly access?: 'read' | 'write'
  readonly hasStars: boolean
}

/** In words cards get a star (hoofdpunt), or they do not. The same objects: nothing is drawn anew for them. */
export const withStars: InWords = { hasStars: true }
export const withoutStars: InWords = { hasStars: false }

interface BoardPlaceProps extends Omit<
  DrawnBoardProps,
  'isAlone' | 'isDrawing' | 'onWish' | 'onAsk'
> {
  readonly choice: BoardViewChoice
  /** The step is one in which people draw, so it asks for words as well. */
  readonly isDrawing?: boolean
  /** Where the words begin when that is not where the board opens. */
  readonly listArea?: DrawnBoardProps['area']
  /** What makes sense in words alone; undefined: all that the board allows. */
  readonly inWords?: InWords
}

/** A board as somebody wants to see it: drawn, in words, or both. All share one connection. */
export const BoardPlace = memo(Place)

function Place({
  choice,
  isDrawing = false,
  listArea,
  inWords,
  ...frame
}: BoardPlaceProps): ReactElement {
  const { sessionId, board, as, area } = frame
  const { view, views, choose } = choice
  useEffect(() => keepPage(), [])
  const [wish, setWish] = useState<OutlineWish | undefined>()
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
          <DrawnBoardLater
            {...frame}
            isAlone={view === 'board'}
            isDrawing={isDrawing}
            onWish={openList}
            onAsk={setAsked}
          />
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
                {...inWords}
                notesOnly={frame.notesOnly}
                area={listArea ?? area}
                wish={wish}
                onAskOrigin={setAsked}
                onTakeAway={frame.onTakeAway}
                renderStatus={({ status, unsavedCount }) => (
                  <StatusPill status={{ kind: status, unsavedCount }} access={board.access} />
                )}
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
            onTakeAway={frame.onTakeAway}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </div>
  )
}

function Opening(): ReactElement {
  return (
    <output className="stip-board-frame__message stip-board-frame__message--opening">
      {nl.boards.opening}
    </output>
  )
}
