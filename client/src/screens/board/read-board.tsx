import type { Role, SessionView } from '@stip/api'
import IconLayoutBoard from '@tabler/icons-react/dist/esm/icons/IconLayoutBoard.mjs'
import type { ReactElement } from 'react'
import { BoardReadingView } from '../../features/reading/board-reading-view.tsx'
import { nlReading } from '../../texts/nl-reading.ts'
import { Button } from '../../ui/controls/button.tsx'

interface ReadBoardProps {
  readonly view: SessionView
  readonly board: SessionView['boards'][number]
  readonly as: Role
  readonly onBoard: () => void
}

/** What the wall shows of a board, in the hand, with the way to the board itself. */
export function ReadBoard({ view, board, as, onBoard }: ReadBoardProps): ReactElement {
  const groups = view.boards.filter(({ kind }) => kind === 'group')
  const isOver = view.endedAt !== undefined && board.kind === 'vision' && groups.length > 0
  const props = {
    view,
    as,
    page: undefined,
    aside: (
      <Button
        size="small"
        icon={<IconLayoutBoard size={18} aria-hidden="true" />}
        onClick={onBoard}
      >
        {nlReading.toBoard}
      </Button>
    ),
  }
  return (
    <BoardReadingView
      {...props}
      key={board.id}
      boards={[board]}
      {...(isOver && { whenNothing: <BoardReadingView {...props} boards={groups} /> })}
    />
  )
}
