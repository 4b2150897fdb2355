import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { useRef } from 'react'
import type { BoardHandle } from '../../canvas/board-props.ts'
import { boardFileName } from '../../features/boards/board-names.ts'
import type { PlaceInView } from '../../features/step/place-at-work.ts'
import { asksForKeyCards } from '../../features/phone/phone-zones.ts'
import { nl } from '../../texts/nl.ts'
import { BoardPlace } from '../board/board-place.tsx'
import type { BoardViewChoice } from '../board/board-view.ts'
import '../board/board-screen.css'

interface PhoneBoardProps {
  readonly view: SessionView
  readonly place: PlaceInView
  readonly shows: 'list' | 'board'
}

/** The board on a phone: as a list to read, or drawn. */
export function PhoneBoard({ view, place, shows }: PhoneBoardProps): ReactElement | null {
  const handle = useRef<BoardHandle>(null)
  const board = place.kind === 'board' ? place.board : undefined
  if (board === undefined) return null
  const step = view.steps[view.position]
  // What everybody wrote is there to be read; one's own words are changed where they were written.
  const isOfGroup = board.kind === 'group'
  const inWords = {
    access: isOfGroup ? board.access : ('read' as const),
    hasStars: isOfGroup && asksForKeyCards(step),
  }
  const choice: BoardViewChoice = { view: shows, views: [shows], choose: () => {} }
  return (
    <>
      {view.endedAt === undefined && view.spotlight === board.id && (
        <output className="stip-board-screen__banner">{nl.boards.spotlight}</output>
      )}
      <main id="inhoud" tabIndex={-1} className="stip-board-screen__board">
        <BoardPlace
          sessionId={view.id}
          board={board}
          as="participant"
          area={board.area}
          exportName={boardFileName(view, board)}
          choice={choice}
          inWords={inWords}
          handle={handle}
          imagesAllowed={view.imagesAllowed}
          notesOnly={view.notesOnly}
          isDrawing={step?.kind === 'draw'}
        />
      </main>
    </>
  )
}
