import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { nextThing } from '../../features/agenda/next-thing.ts'
import { SayCard } from '../../features/agenda/say-card.tsx'
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
import { PeoplePanel } from '../../features/people/people-panel.tsx'
import { presentChips } from '../../features/people/role-counts.ts'
import { RehearsalLater } from '../../features/rehearsal/rehearsal-later.tsx'
import { PutBackList } from '../../features/take-away/put-back-list.tsx'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Notice } from '../../ui/notices/notice.tsx'

interface ConsoleOverviewProps {
  readonly view: SessionView
  readonly lead: Lead
  readonly onOpenBoard: (boardId: string) => void
}

/** All boards, all people, what to say, and the merge. */
export function ConsoleOverview({ view, lead, onOpenBoard }: ConsoleOverviewProps): ReactElement {
  const vision = view.boards.find((board) => board.kind === 'vision')
  const next = nextThing(view)
  const isMergeTime = view.steps[view.position]?.kind === 'merge'
  return (
    <>
      <LeadProblem lead={lead} />
      {view.endedAt !== undefined && <Notice>{nlConsole.header.ended}</Notice>}
      <RehearsalLater view={view} />
      <Boards view={view} lead={lead} onOpenBoard={onOpenBoard} />
      {view.takenAway !== undefined && (
        <PutBackList
          takenAway={view.takenAway}
          onPutBack={(id) => lead.run({ type: 'put-back', id })}
        />
      )}
      <div className="stip-console__below">
        <div className="stip-card stip-console__say">
          <SayCard view={view} />
        </div>
        <PeoplePanel
          view={view}
          isBusy={lead.busy !== undefined}
          isMixNext={next.kind === 'make-groups'}
          onMix={() => lead.run({ type: 'mix-groups' })}
          onRestore={({ id }) => lead.run({ type: 'restore-person', personId: id })}
          onRemoveUnseen={() => lead.run({ type: 'remove-unseen-people' })}
          onAdd={(name, background) => lead.run({ type: 'add-person', name, background })}
        >
          <GroupColumns
            view={view}
            people={presentChips(view)}
            onMove={(person, groupId) =>
              lead.run({ type: 'move-person', personId: person.id, groupId })
            }
            onChangeRole={(person, background) =>
              lead.run({ type: 'change-background', personId: person.id, background })
            }
            onAppoint={({ id }, on) => lead.run({ type: 'appoint-scribe', personId: id, on })}
            onRemove={(person) => lead.run({ type: 'remove-person', personId: person.id })}
            renderRename={(group) => (
              <RenameGroup
                name={group.name}
                onRename={(name) => lead.run({ type: 'rename-group', groupId: group.id, name })}
              />
            )}
          />
        </PeoplePanel>
        <div className={`stip-card${isMergeTime ? ' stip-console__now' : ''}`}>
          <MergePanel
            view={view}
            isBusy={lead.busy === 'merge' || lead.busy === 'undo-merge'}
            isMerging={lead.busy === 'merge'}
            isMergeNext={next.kind === 'merge'}
            summary={lead.summary}
            isUndoShown={lead.undo?.command.type === 'undo-merge'}
            onMerge={() => lead.run({ type: 'merge' })}
            onUndo={() => lead.run({ type: 'undo-merge' })}
            onOpenVision={() => vision !== undefined && onOpenBoard(vision.id)}
          />
        </div>
      </div>
    </>
  )
}

function Boards({ view, lead, onOpenBoard }: ConsoleOverviewProps): ReactElement {
  const card = (board: SessionView['boards'][number]) => (
    <BoardCard
      key={board.id}
      view={view}
      board={board}
      size={board.kind === 'group' ? 'large' : 'small'}
      onOpen={() => onOpenBoard(board.id)}
      onSpotlight={(isOn) => lead.run({ type: 'spotlight', boardId: isOn ? board.id : null })}
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
