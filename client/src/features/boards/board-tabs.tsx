import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { nl } from '../../texts/nl.ts'
import { GroupBadge } from '../../ui/marks/group-badge.tsx'
import { boardsInOrder, groupOfBoard, sharedName } from './board-names.ts'
import './board-tabs.css'

interface BoardTabsProps {
  readonly view: SessionView
  readonly current: string | undefined
  readonly onChoose: (boardId: string) => void
}

/** The boards this person may read, each one press away. One board needs no choice. */
export function BoardTabs({ view, current, onChoose }: BoardTabsProps): ReactElement | null {
  const boards = boardsInOrder(view)
  const isAlone = boards.length < 2 && boards[0]?.id === current
  if (boards.length === 0 || isAlone) return null
  return (
    <nav className="stip-board-tabs" aria-label={nl.boards.tabs}>
      {boards.map((board) => (
        <button
          key={board.id}
          ref={board.id === current ? showInRow : null}
          type="button"
          className="stip-board-tabs__tab"
          aria-current={board.id === current ? 'page' : undefined}
          onClick={() => onChoose(board.id)}
        >
          <TabName view={view} board={board} />
        </button>
      ))}
    </nav>
  )
}

/** The board on the screen is in sight among its tabs, however many there are. */
function showInRow(tab: HTMLButtonElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function TabName(props: {
  readonly view: SessionView
  readonly board: SessionView['boards'][number]
}): ReactElement {
  const { view, board } = props
  const group = groupOfBoard(view, board)
  if (group !== undefined && group.id === view.me.person?.groupId) return <>{nl.boards.group}</>
  if (group !== undefined)
    return <GroupBadge letter={group.letter} name={group.name} size="small" />
  return <>{sharedName(board.kind)}</>
}
