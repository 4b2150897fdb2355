import type { SessionView } from '@stip/api'
import type { CardName } from '@stip/board'
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs'
import IconColumns3 from '@tabler/icons-react/dist/esm/icons/IconColumns3.mjs'
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs'
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs'
import { type ReactElement, Suspense, lazy, useRef, useState } from 'react'
import type { BoardHandle } from '../../canvas/board-props.ts'
import { boardFileName, boardName } from '../../features/boards/board-names.ts'
import { BoardTabs } from '../../features/boards/board-tabs.tsx'
import { NewsLineLater } from '../../features/collect-news/news-line-later.tsx'
import { HistoryMenu } from '../../features/history/history-menu.tsx'
import { BoardInOut } from '../../features/in-out/board-in-out.tsx'
import { LeadProblem } from '../../features/lead/lead-problem.tsx'
import type { Lead } from '../../features/lead/use-lead.ts'
import { cardDragged } from '../../features/tray/dragged-card.ts'
import { part } from '../../live/part.ts'
import { nlVision } from '../../texts/console/nl-vision.ts'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'
import { useDropPlace } from '../../ui/controls/use-drag.ts'
import { BoardPlace, withoutStars, withStars } from '../board/board-place.tsx'
import { useBoardView } from '../board/board-view.ts'
import { ViewSwitch } from '../board/view-switch.tsx'

const TakeAwaySheet = lazy(async () => ({
  default: (await part(() => import('../../features/take-away/take-away-sheet.tsx'))).TakeAwaySheet,
}))

const ConsoleVision = lazy(async () => ({
  default: (await part(() => import('./console-vision.tsx'))).ConsoleVision,
}))

const TrayPanel = lazy(async () => ({
  default: (await part(() => import('../../features/tray/tray-panel.tsx'))).TrayPanel,
}))

interface ConsoleBoardProps {
  readonly view: SessionView
  readonly board: SessionView['boards'][number]
  readonly lead: Lead
  readonly onOpenBoard: (boardId: string | undefined) => void
}

/** One board filling the middle of the console, with a way back. */
export function ConsoleBoard({ view, board, lead, onOpenBoard }: ConsoleBoardProps): ReactElement {
  const isLit = view.spotlight === board.id
  const texts = nlConsole.boards
  const choice = useBoardView()
  const handle = useRef<BoardHandle>(null)
  const [toTake, setToTake] = useState<string | undefined>()
  const isVision = board.kind === 'vision'
  const [isDrawn, setDrawn] = useState(false)
  // Before a step in which statements are written there is nothing to put in order.
  const canOrder = isVision && view.steps.some((step) => step.zones.some(({ list }) => list))
  const isOrdering = canOrder && !isDrawn
  const [isTrayOpen, setTrayOpen] = useState(false)
  const bring = ({ board: boardId, record: recordId }: CardName, zoneId?: string): void => {
    const zone = zoneId !== undefined && { zoneId }
    lead.run({ type: 'bring-cards', cards: [{ boardId, recordId }], ...zone })
  }
  const place = useDropPlace<HTMLDivElement>('text/x-stip-card', (carried, point) => {
    if (view.endedAt === undefined) bring(cardDragged(carried), handle.current?.zoneAt(point))
  })
  return (
    <div className="stip-console__page stip-console__page--board">
      <div className="stip-console__back">
        <Button
          size="small"
          aria-label={texts.backLong}
          icon={<IconArrowLeft size={18} aria-hidden="true" />}
          onClick={() => onOpenBoard(undefined)}
        >
          {texts.back}
        </Button>
        <BoardTabs view={view} current={board.id} onChoose={onOpenBoard} />
        {canOrder && (
          <Button
            size="small"
            isPressed={isOrdering}
            title={nlVision.viewLong}
            icon={<IconColumns3 size={18} aria-hidden="true" />}
            onClick={() => setDrawn(isOrdering)}
          >
            {nlVision.view}
          </Button>
        )}
        {!isOrdering && <ViewSwitch choice={choice} />}
        <HistoryMenu
          sessionId={view.id}
          board={board}
          as="facilitator"
          onRestore={
            view.endedAt === undefined
              ? (moment) => lead.run({ type: 'restore-board', boardId: board.id, moment })
              : undefined
          }
        />
        {isVision && (
          <Button
            size="small"
            isPressed={isTrayOpen}
            title={texts.trayLong}
            icon={<IconInbox size={18} aria-hidden="true" />}
            onClick={() => setTrayOpen(!isTrayOpen)}
          >
            {texts.tray}
          </Button>
        )}
        <Button
          size="small"
          className="stip-console__show"
          isPressed={isLit}
          disabled={view.endedAt !== undefined}
          title={isLit ? texts.shown : texts.show}
          icon={<IconEye size={18} aria-hidden="true" />}
          onClick={() => lead.run({ type: 'spotlight', boardId: isLit ? null : board.id })}
        >
          {isLit ? texts.stopShort : texts.showShort}
        </Button>
        <BoardInOut
          view={view}
          board={board}
          name={boardName(view, board)}
          fileName={boardFileName(view, board)}
          as="facilitator"
          imagesAllowed={view.imagesAllowed}
          onShow={(area) => handle.current?.zoomToArea(area)}
        />
      </div>
      <LeadProblem lead={lead} />
      {isVision && view.endedAt === undefined && (
        <NewsLineLater
          view={view}
          isBusy={lead.busy === 'merge'}
          onTake={() => lead.run({ type: 'merge', leads: false })}
          onFreeze={(on) => lead.run({ type: 'freeze-groups', on })}
        />
      )}
      <div className="stip-console__board">
        {isOrdering ? (
          <Suspense fallback={<output className="stip-muted">{nlVision.waiting}</output>}>
            <ConsoleVision view={view} board={board} lead={lead} />
          </Suspense>
        ) : (
          <div ref={place} className="stip-console__drop">
            <BoardPlace
              sessionId={view.id}
              board={board}
              as="facilitator"
              area={board.area}
              exportName={boardFileName(view, board)}
              choice={choice}
              handle={handle}
              imagesAllowed={view.imagesAllowed}
              onTakeAway={setToTake}
              inWords={board.kind === 'group' ? withStars : withoutStars}
            />
          </div>
        )}
        {isVision && isTrayOpen && (
          <Suspense fallback={null}>
            <TrayPanel
              view={view}
              as="facilitator"
              onBring={view.endedAt === undefined ? bring : undefined}
              onClose={() => setTrayOpen(false)}
            />
          </Suspense>
        )}
      </div>
      {toTake !== undefined && (
        <Suspense>
          <TakeAwaySheet
            onTake={(reason) => {
              setToTake(undefined)
              lead.run({ type: 'take-away', boardId: board.id, recordId: toTake, reason })
            }}
            onClose={() => setToTake(undefined)}
          />
        </Suspense>
      )}
    </div>
  )
}
