import { type ReactElement, Suspense, lazy, useEffect, useRef } from 'react'
import type { BoardHandle, BoardStatus } from '../../../canvas/board-props.ts'
import { part } from '../../../live/part.ts'
import type { BoardToKeep } from './gather.ts'

const BoardCanvas = lazy(() =>
  part(async () => ({ default: (await import('../../../canvas/index.ts')).BoardCanvas })),
)

const role = 'facilitator'
/** How long a board may take to open, in milliseconds. */
const openMs = 60_000
const unreachable: ReadonlySet<BoardStatus['kind']> = new Set(['offline', 'refused', 'closed'])

interface BoardOutOfSightProps {
  readonly sessionId: string
  readonly board: BoardToKeep
  readonly onReady: (handle: BoardHandle) => void
  readonly onFail: (reason: Error) => void
}

/** A board that is drawn, but not where anybody looks, as the server has it. */
export function BoardOutOfSight(props: BoardOutOfSightProps): ReactElement {
  const { sessionId, board, onReady, onFail } = props
  const handle = useRef<BoardHandle>(null)
  useEffect(() => {
    const limit = setTimeout(() => onFail(new Error('The board does not open.')), openMs)
    return () => clearTimeout(limit)
  }, [onFail])
  return (
    <div className="stip-in-out__drawing" aria-hidden="true" inert>
      <Suspense>
        <BoardCanvas
          sessionId={sessionId}
          boardId={board.id}
          role={role}
          access="read"
          chrome="none"
          exportName={board.name}
          apiRef={handle}
          // What a device kept of a board may be old; a picture shows what the server has.
          keepsCopy={false}
          onStatus={({ kind }) => {
            if (unreachable.has(kind)) onFail(new Error('The board cannot be reached.'))
          }}
          onReady={() => {
            if (handle.current !== null) onReady(handle.current)
          }}
        />
      </Suspense>
    </div>
  )
}
