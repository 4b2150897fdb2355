import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { BoardFrame } from '../features/boards/board-frame.tsx'
import { boardFileName } from '../features/boards/board-names.ts'
import { BoardTabs } from '../features/boards/board-tabs.tsx'
import { CalmStep } from '../features/step/calm-step.tsx'
import { EndedStep } from '../features/step/ended-step.tsx'
import { type ParticipantPlace, ownGroup } from '../features/step/participant-place.ts'
import { StepHeader } from '../features/step/step-header.tsx'
import { nl } from '../texts/nl.ts'
import './board-screen.css'

interface ParticipantBoardProps {
  readonly view: SessionView
  readonly offsetMs: number
  readonly place: Extract<ParticipantPlace, { kind: 'calm' | 'board' | 'ended' }>
  readonly goTo: (boardId: string) => void
}

/** A step at work: its header, the boards, and the board or the instruction itself. */
export function ParticipantBoard(props: ParticipantBoardProps): ReactElement {
  const { view, offsetMs, place, goTo } = props
  if (place.kind === 'ended') {
    return (
      <EndedStep view={view}>
        <BoardTabs view={view} current={undefined} onChoose={goTo} />
      </EndedStep>
    )
  }
  const board = place.kind === 'board' ? place.board : undefined
  return (
    <div className="stip-board-screen">
      <StepHeader view={view} offsetMs={offsetMs} group={ownGroup(view)} />
      <BoardTabs view={view} current={board?.id} onChoose={goTo} />
      {board !== undefined && view.spotlight === board.id && (
        <output className="stip-board-screen__banner">{nl.boards.spotlight}</output>
      )}
      {board === undefined ? (
        <CalmStep view={view} offsetMs={offsetMs} />
      ) : (
        <main id="inhoud" tabIndex={-1} className="stip-board-screen__board">
          <BoardFrame
            key={board.id}
            sessionId={view.id}
            board={board}
            as="participant"
            area={board.area}
            exportName={boardFileName(view, board)}
          />
        </main>
      )}
    </div>
  )
}
