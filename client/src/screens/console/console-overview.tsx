import type { PersonView, SessionView } from '@stip/api'
import { nextThing } from '@stip/workshop'
import { type ReactElement, useCallback, useMemo } from 'react'
import { SayCard } from '../../features/agenda/say-card.tsx'
import { ArchiveLater } from '../../features/archive/archive-later.tsx'
import { BoardCard } from '../../features/boards/board-card.tsx'
import {
  boardFileName,
  boardName,
  boardsInOrder,
  groupOfBoard,
} from '../../features/boards/board-names.ts'
import { GroupColumns } from '../../features/groups/group-columns.tsx'
import { RenameGroup } from '../../features/groups/rename-group.tsx'
import { BoardInOut } from '../../features/in-out/board-in-out.tsx'
import { KeepAllButton } from '../../features/in-out/keep-all/keep-all-button.tsx'
import { LeadProblem } from '../../features/lead/lead-problem.tsx'
import type { Lead } from '../../features/lead/use-lead.ts'
import { MergePanel } from '../../features/merge/merge-panel.tsx'
import { PeoplePanel, type PeopleView } from '../../features/people/people-panel.tsx'
import { presentChips } from '../../features/people/role-counts.ts'
import { QuestionPanelLater } from '../../features/questions/asking/question-panel-later.tsx'
import { suggestsToAsk } from '../../features/questions/asking/suggests.ts'
import { RehearsalLater } from '../../features/rehearsal/rehearsal-later.tsx'
import { PutBackList } from '../../features/take-away/put-back-list.tsx'
import { DownloadsLater } from '../../features/vision-document/downloads-later.tsx'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Notice } from '../../ui/notices/notice.tsx'
import { type Parts, showing } from '../../ui/showing.ts'
import { useStable } from '../../ui/use-stable.ts'

type BoardInView = SessionView['boards'][number]
type Background = SessionView['backgrounds'][number]['id']

interface ConsoleOverviewProps {
  readonly view: SessionView
  readonly lead: Lead
  readonly onOpenBoard: (boardId: string) => void
}

/** All boards, all people, what to say, and the merge. */
export function ConsoleOverview({ view, lead, onOpenBoard }: ConsoleOverviewProps): ReactElement {
  const { run } = lead
  const vision = view.boards.find((board) => board.kind === 'vision')
  const lastVersion = view.versions?.at(-1)
  const next = nextThing(view)
  const isMergeTime = view.steps[view.position]?.kind === 'merge'
  const asksNow = view.question !== undefined || suggestsToAsk(view)
  const merge = useStable(() => run({ type: 'merge' }))
  const undoMerge = useStable(() => run({ type: 'undo-merge' }))
  const freeze = useStable((on: boolean) => run({ type: 'freeze-groups', on }))
  const openVision = useStable(() => vision !== undefined && onOpenBoard(vision.id))
  // What the room is asked now stands above what it works on.
  const asking = (
    <div className="stip-card">
      <QuestionPanelLater view={view} isBusy={lead.busy !== undefined} onCommand={run} />
    </div>
  )
  return (
    <>
      <LeadProblem lead={lead} />
      {view.endedAt !== undefined && (
        <>
          <Notice>{nlConsole.header.ended}</Notice>
          {lastVersion !== undefined && (
            <div className="stip-card">
              <DownloadsLater sessionId={view.id} version={lastVersion.id} as="facilitator" />
            </div>
          )}
          <ArchiveLater sessionId={view.id} />
        </>
      )}
      <RehearsalLater view={view} />
      {asksNow && asking}
      <Boards view={view} run={run} onOpenBoard={onOpenBoard} />
      {view.takenAway !== undefined && (
        <PutBackList takenAway={view.takenAway} onPutBack={(id) => run({ type: 'put-back', id })} />
      )}
      <div className="stip-console__below">
        <div className="stip-card stip-console__say">
          <SayCard view={view} />
        </div>
        <People
          view={view}
          run={run}
          isBusy={lead.busy !== undefined}
          isMixNext={next === 'make-groups'}
        />
        {!asksNow && asking}
        <div className={`stip-card${isMergeTime ? ' stip-console__now' : ''}`}>
          <MergePanel
            view={view}
            isBusy={lead.busy === 'merge' || lead.busy === 'undo-merge'}
            isMerging={lead.busy === 'merge'}
            isMergeNext={next === 'merge'}
            summary={lead.summary}
            isUndoShown={lead.undo?.command.type === 'undo-merge'}
            onMerge={merge}
            onUndo={undoMerge}
            onOpenVision={openVision}
            onFreeze={freeze}
          />
        </div>
      </div>
    </>
  )
}

interface PeopleProps {
  readonly view: SessionView
  readonly run: Lead['run']
  readonly isBusy: boolean
  readonly isMixNext: boolean
}

/** Everybody, with what can be done with each: acts that stay the same, so that nobody is drawn anew for them. */
function People({ view, run, isBusy, isMixNext }: PeopleProps): ReactElement {
  const acts = useMemo(
    () => ({
      onMix: () => run({ type: 'mix-groups' }),
      onRestore: ({ id }: PersonView) => run({ type: 'restore-person', personId: id }),
      onRemoveUnseen: () => run({ type: 'remove-unseen-people' }),
      onAdd: (name: string, background: Background) =>
        run({ type: 'add-person', name, background }),
    }),
    [run],
  )
  const renderAll = useCallback(
    (shown: PeopleView) => (
      <GroupColumns
        view={shown}
        people={presentChips(shown)}
        onMove={(person, groupId) => run({ type: 'move-person', personId: person.id, groupId })}
        onChangeRole={(person, background) =>
          run({ type: 'change-background', personId: person.id, background })
        }
        onAppoint={({ id }, on) => run({ type: 'appoint-scribe', personId: id, on })}
        onRemove={(person) => run({ type: 'remove-person', personId: person.id })}
        renderRename={(group) => (
          <RenameGroup
            name={group.name}
            onRename={(name) => run({ type: 'rename-group', groupId: group.id, name })}
          />
        )}
      />
    ),
    [run],
  )
  return (
    <PeoplePanel
      view={view}
      isBusy={isBusy}
      isMixNext={isMixNext}
      renderAll={renderAll}
      {...acts}
    />
  )
}

interface BoardsProps {
  readonly view: SessionView
  readonly run: Lead['run']
  readonly onOpenBoard: (boardId: string) => void
}

function Boards({ view, run, onOpenBoard }: BoardsProps): ReactElement {
  const card = (board: BoardInView) => (
    <Card key={board.id} view={view} board={board} run={run} onOpenBoard={onOpenBoard} />
  )
  const boards = boardsInOrder(view)
  return (
    <section
      aria-label={nlConsole.boards.title}
      className={`stip-boards${view.position < 0 ? ' stip-boards--early' : ''}`}
    >
      <div className="stip-boards__groups">
        {boards.filter(({ kind }) => kind === 'group').map(card)}
      </div>
      <div className="stip-boards__shared">
        {boards.filter(({ kind }) => kind !== 'group').map(card)}
        <KeepAllButton
          view={view}
          boards={boards.map((board) => ({
            id: board.id,
            name: boardName(view, board).replace(' · ', ' '),
            title: groupOfBoard(view, board)?.name ?? boardName(view, board),
            letter: groupOfBoard(view, board)?.letter ?? '',
            kind: board.kind,
          }))}
        />
      </div>
    </section>
  )
}

const ofCards = [
  'id',
  'title',
  'groups',
  'groupsMade',
  'spotlight',
  'endedAt',
  'imagesAllowed',
] as const

interface CardProps extends Omit<BoardsProps, 'view'> {
  readonly view: Parts<(typeof ofCards)[number]>
  readonly board: BoardInView
}

const Card = showing(ofCards, ({ view, board, run, onOpenBoard }: CardProps) => (
  <BoardCard
    view={view}
    board={board}
    size={board.kind === 'group' ? 'large' : 'small'}
    onOpen={() => onOpenBoard(board.id)}
    onSpotlight={(isOn) => run({ type: 'spotlight', boardId: isOn ? board.id : null })}
    renderInOut={(isEmpty) => (
      <BoardInOut
        view={view}
        board={board}
        name={boardName(view, board)}
        fileName={boardFileName(view, board)}
        as="facilitator"
        imagesAllowed={view.imagesAllowed}
        isEmpty={isEmpty}
      />
    )}
  />
))
