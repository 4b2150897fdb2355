import type { SessionView } from '@stip/api'
import { type ReactElement, useState } from 'react'
import { AgendaPanel } from '../features/agenda/agenda-panel.tsx'
import { nextThing } from '../features/agenda/next-thing.ts'
import { minutesAhead } from '../features/agenda/schedule.ts'
import { TimeControls } from '../features/agenda/time-controls.tsx'
import { useStepStarts } from '../features/agenda/use-step-starts.ts'
import { boardName, boardsInOrder } from '../features/boards/board-names.ts'
import { ConsoleHeader } from '../features/lead/console-header.tsx'
import { useLead } from '../features/lead/use-lead.ts'
import { LinksPanel } from '../features/links/links-panel.tsx'
import { timeOfDay } from '../live/clock.ts'
import { useGrant } from '../live/use-grant.ts'
import { useNow } from '../live/use-now.ts'
import { useSessionFeed } from '../live/use-session-feed.ts'
import { nlConsole } from '../texts/nl-console.ts'
import { SessionGate } from '../ui/session-gate.tsx'
import { UndoBar } from '../ui/undo-bar.tsx'
import { useTitle } from '../ui/use-title.ts'
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

function Console({ view, offsetMs }: ConsoleProps): ReactElement {
  useTitle(view.title)
  const lead = useLead(view)
  const starts = useStepStarts(view)
  const now = useNow(offsetMs, 5000)
  const [openBoard, setOpenBoard] = useState<string | undefined>()
  const [showsLinks, setShowsLinks] = useState(false)
  const ahead = minutesAhead(view, starts, now)
  const board = view.boards.find(({ id }) => id === openBoard)
  return (
    <div className="stip-console">
      <ConsoleHeader
        view={view}
        time={timeOfDay(now - offsetMs)}
        schedule={ahead === undefined ? undefined : nlConsole.agenda.schedule(ahead)}
        boardNames={boardsInOrder(view).map((each) => ({
          id: each.id,
          name: boardName(view, each),
        }))}
        onLinks={() => setShowsLinks(true)}
        onCommand={lead.run}
      />
      <aside className="stip-console__left">
        <AgendaPanel
          view={view}
          starts={starts}
          offsetMs={offsetMs}
          onGoTo={(position) => lead.run({ type: 'go-to-step', position })}
        />
        <TimeControls
          view={view}
          offsetMs={offsetMs}
          next={nextThing(view)}
          isBusy={lead.busy !== undefined}
          onCommand={lead.run}
        />
      </aside>
      {board === undefined ? (
        <ConsoleOverview view={view} lead={lead} onOpenBoard={setOpenBoard} />
      ) : (
        <ConsoleBoard view={view} board={board} lead={lead} onOpenBoard={setOpenBoard} />
      )}
      {showsLinks && <LinksPanel view={view} onClose={() => setShowsLinks(false)} />}
      {lead.undo !== undefined && (
        <UndoBar text={lead.undo.text} onUndo={lead.takeBack} onClose={lead.forgetUndo} />
      )}
    </div>
  )
}
