import { type ComponentProps, type ReactElement, useState } from 'react'
import { BoardFrame } from '../../features/boards/board-frame.tsx'
import { OriginButton } from '../../features/history/origin-button.tsx'
import type { OutlineWish } from '../../features/outline/outline-wish.ts'
import { TakeAwayButton } from '../../features/take-away/take-away-button.tsx'
import { BoardWishes } from './board-wishes.tsx'

interface DrawnBoardProps extends Omit<
  ComponentProps<typeof BoardFrame>,
  'isWall' | 'isToldBeside'
> {
  /** Nothing stands beside it that shows what is still asked of the group. */
  readonly isAlone: boolean
  readonly isDrawing: boolean
  readonly onWish: (wish: OutlineWish) => void
  /** Asks where something on the board came from. */
  readonly onAsk: (id: string) => void
  /** Takes something away that should not stand there; for the facilitator. */
  readonly onTakeAway?: ((id: string) => void) | undefined
}

/** A board to draw on, with what it asks of a group. */
export function DrawnBoard(props: DrawnBoardProps): ReactElement {
  const { isAlone, isDrawing, onWish, onAsk, onTakeAway, ...frame } = props
  const { sessionId, board, as, area } = frame
  const [picked, setPicked] = useState<string | undefined>()
  return (
    <>
      <BoardFrame
        key={board.id}
        {...frame}
        isToldBeside={!isAlone}
        onPick={setPicked}
        pickedActions={
          picked !== undefined && (
            <>
              <OriginButton onAsk={() => onAsk(picked)} />
              {onTakeAway !== undefined && <TakeAwayButton onTake={() => onTakeAway(picked)} />}
            </>
          )
        }
      />
      {isAlone && (
        <BoardWishes
          sessionId={sessionId}
          boardId={board.id}
          role={as}
          area={area}
          asksForWords={isDrawing && board.access === 'write' && frame.notesOnly !== true}
          onWish={onWish}
        />
      )}
    </>
  )
}
