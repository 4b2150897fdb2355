import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { boardName, boardsInOrder } from '../../features/boards/board-names.ts'
import { MyNotesButton } from '../../features/my-notes/my-notes-button.tsx'
import { EndedStep } from '../../features/step/ended-step.tsx'

interface EndedPlaceProps {
  readonly view: SessionView
  readonly onLook: (boardId: string) => void
}

/** The end, and all boards that there are to look back at. */
export function EndedPlace({ view, onLook }: EndedPlaceProps): ReactElement {
  const boards = boardsInOrder(view).map((board) => ({
    id: board.id,
    kind: board.kind,
    name: boardName(view, board),
  }))
  return (
    <EndedStep view={view} boards={boards} onLook={onLook}>
      <MyNotesButton view={view} />
    </EndedStep>
  )
}
