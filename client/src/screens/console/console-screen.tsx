import type { SessionView } from '@stip/api'
import { nextThing } from '@stip/workshop'
import { type ReactElement, useEffect, useMemo, useState } from 'react'
import { AgendaPanel } from '../../features/agenda/agenda-panel.tsx'
import { type Schedule, scheduleOf } from '../../features/agenda/schedule.ts'
import { TimeControls } from '../../features/agenda/time-controls.tsx'
import { boardName, boardsInOrder } from '../../features/boards/board-names.ts'
import { CourseSheetLater } from '../../features/course/course-sheet-later.tsx'
import { HandsBarLater } from '../../features/hands/hands-bar-later.tsx'
import { ConsoleHeader } from '../../features/lead/console-header.tsx'
import { expectLed } from '../../features/lead/expected-led.ts'
import { HelpSheet } from '../../features/lead/help-sheet.tsx'
import { LeadProblem } from '../../features/lead/lead-problem.tsx'
import { useLead } from '../../features/lead/use-lead.ts'
import { WallPagesLater } from '../../features/reading/wall/wall-pages-later.tsx'
import { wallPicture } from '../../features/wall/wall-picture.ts'
import type { WallPicture } from '../../features/wall/wall-picture.ts'
import { LinksPanel } from '../../features/links/links-panel.tsx'
import { PairForm } from '../../features/screens/pair-form.tsx'
import { screenAddress } from '../../features/screens/screen-address.ts'
import { timeOfDay } from '../../live/clock/clock.ts'
import { keepPage } from '../../live/keep-page.ts'
import { useCommands } from '../../live/commands/use-commands.ts'
import { useGrant } from '../../live/use-grant.ts'
import { useNow, useTimeOfDay } from '../../live/clock/use-now.ts'
import { useSessionFeed } from '../../live/feed/use-session-feed.ts'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { SessionGate } from '../../ui/notices/session-gate.tsx'
import { UndoBar } from '../../ui/controls/undo-bar.tsx'
import { useSame } from '../../ui/use-same.ts'
import { useStable } from '../../ui/use-stable.ts'
import { useTitle } from '../../ui/use-title.ts'
import { ConsoleBoard } from './console-board.tsx'
import { ConsoleOverview } from './console-overview.tsx'
import './console-screen.css'

/** The facilitator's console: the whole evening on one screen. */
export function ConsoleScreen({ sessionId }: { readonly sessionId: string }): ReactElement {
  const grant = useGrant(sessionId, 'facilitator')
  const { state } = useSessionFeed(sessionId, 'facilitator', grant.kind === 'ready')
  return (
    <SessionGate as="facilitator" grant={grant} feed={state}>
      {(view) => <Console view={view} offsetMs={state.offsetMs} />}
    </SessionGate>
  )
}

interface ConsoleProps {
  readonly view: SessionView
  readonly offsetMs: number
}

function Console({ view: told, offsetMs }: ConsoleProps): ReactElement {
  useEffect(() => keepPage(), [])
  const lead = useLead(told, offsetMs)
  const view = lead.shown
  useTitle(view.title)
  const now = useNow(offsetMs, 5000)
  const time = useTimeOfDay(5000)
  const [openBoard, setOpenBoard] = useState<string | undefined>()
  const [sheet, setSheet] = useState<'links' | 'help' | 'course' | undefined>()
  // Beside the lead: turning a page takes away nothing that can still be undone.
  const pages = useCommands(
    view,
    'facilitator',
    useMemo(() => expectLed(offsetMs), [offsetMs]),
  )
  const turn = (page: number) => void pages.send({ type: 'turn-wall-page', page })
  const closeSheet = () => setSheet(undefined)
  const { boards, me, groups } = view
  const boardNames = useSame(
    boardsInOrder({ boards, me }).map((each) => ({
      id: each.id,
      name: boardName({ groups }, each),
    })),
  )
  const onLinks = useStable(() => setSheet('links'))
  const onHelp = useStable(() => setSheet('help'))
  const onCourse = useStable(() => setSheet('course'))
  const onGoTo = useStable((position: number) => lead.run({ type: 'go-to-step', position }))
  const schedule = scheduleOf(view, now)
  const board = view.boards.find(({ id }) => id === openBoard)
  return (
    <div className="stip-console">
      <ConsoleHeader
        view={view}
        time={timeOfDay(time)}
        schedule={schedule && scheduleText(schedule)}
        boardNames={boardNames}
        onLinks={onLinks}
        onHelp={onHelp}
        onCourse={onCourse}
        onCommand={lead.run}
      />
      <aside className="stip-console__left">
        <AgendaPanel view={view} offsetMs={offsetMs} onGoTo={onGoTo} />
        {/* The clock stands between turning a page and going to the next step. */}
        <PagesOfWall view={pages.shown} picture={wallPicture(view)} onTurn={turn} />
        <TimeControls
          view={view}
          offsetMs={offsetMs}
          next={nextThing(view)}
          isBusy={lead.busy !== undefined}
          onCommand={lead.run}
        />
      </aside>
      <main id="inhoud" tabIndex={-1} className="stip-console__middle">
        {/* Stays behind an open board, so that everything is there at once on the way back. */}
        <div className="stip-console__page" hidden={board !== undefined}>
          <ConsoleOverview view={view} lead={lead} onOpenBoard={setOpenBoard} />
        </div>
        {board !== undefined && (
          <ConsoleBoard view={view} board={board} lead={lead} onOpenBoard={setOpenBoard} />
        )}
        {/* Below the board and never on it: its tools must stay free. */}
        <HandsBarLater view={view} now={now} />
        {lead.undo !== undefined && (
          <UndoBar text={lead.undo.text} onUndo={lead.takeBack} onClose={lead.forgetUndo} />
        )}
      </main>
      {sheet === 'links' && (
        <LinksPanel
          view={view}
          onClose={closeSheet}
          renderScreens={(address) => (
            <PairForm sessionId={view.id} groups={view.groups} address={screenAddress(address)} />
          )}
        />
      )}
      {sheet === 'help' && <HelpSheet onClose={closeSheet} />}
      {sheet === 'course' && (
        <CourseSheetLater view={view} boards={boardNames} onCommand={lead.run} onClose={closeSheet}>
          <LeadProblem lead={lead} />
        </CourseSheetLater>
      )}
    </div>
  )
}

interface PagesOfWallProps {
  readonly view: SessionView
  readonly picture: WallPicture
  readonly onTurn: (page: number) => void
}

/** The pages of what the wall shows, as far as that has any. */
function PagesOfWall({ view, picture, onTurn }: PagesOfWallProps): ReactElement | null {
  if (picture.kind !== 'boards') return null
  const { boards, otherwise } = picture
  return (
    <WallPagesLater
      key={boards.map(({ id }) => id).join(' ')}
      view={view}
      boards={boards}
      onTurn={onTurn}
      whenNothing={otherwise && <PagesOfWall view={view} picture={otherwise} onTurn={onTurn} />}
    />
  )
}

function scheduleText(schedule: Schedule): string {
  return schedule.kind === 'minutes'
    ? nlConsole.agenda.schedule(schedule.ahead)
    : nlConsole.agenda.endsAt(timeOfDay(schedule.endsAt))
}
