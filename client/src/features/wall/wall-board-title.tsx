import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { nlWall } from '../../texts/nl-wall.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { GroupBadge } from '../../ui/group-badge.tsx'

interface WallBoardTitleProps {
  readonly view: SessionView
  readonly board: SessionView['boards'][number]
  readonly offsetMs: number
}

/** Whose board fills the wall, and the time. */
export function WallBoardTitle({ view, board, offsetMs }: WallBoardTitleProps): ReactElement {
  const group = view.groups.find(({ id }) => id === board.groupId)
  const step = view.steps[view.position]
  return (
    <header className="stip-wall__board-title">
      <h1>
        {group === undefined ? (
          boardTitle(board.kind, step?.title)
        ) : (
          <GroupBadge letter={group.letter} name={group.name} />
        )}
      </h1>
      {view.clock !== undefined && view.endedAt === undefined && (
        <Countdown clock={view.clock} offsetMs={offsetMs} />
      )}
    </header>
  )
}

function boardTitle(kind: string, step: string | undefined): string {
  return kind === 'vision' ? nlWall.vision : (step ?? nlWall.together)
}
