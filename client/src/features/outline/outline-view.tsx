import type { Area, Role } from '@stip/api'
import type { BoardId, RecordId, SessionId } from '@stip/primitives'
import { useMemo, useSyncExternalStore } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { boardSession } from '../../board/board-sessions.ts'
import { notPlacedShelf } from '../../board/not-placed-shelf.ts'
import type { BoardState } from '../../board/shared-board.ts'
import { part } from '../../live/part.ts'
import { nlOutline } from '../../texts/board/nl-outline.ts'
import { later } from '../../ui/notices/later.tsx'
import { OutlineList } from './outline-list.tsx'
import type { OutlineWish } from './outline-wish.ts'
import './outline.css'

/** For work that found no place, which is seldom. */
const RefusedBar = later({
  load: async () => (await part(() => import('../../board/refused-bar.tsx'))).RefusedBar,
  before: () => null,
})

export interface OutlineViewProps {
  readonly sessionId: SessionId
  readonly boardId: BoardId
  readonly role: Role
  readonly access: 'read' | 'write'
  /** Whether only notes may be made on the board now. */
  readonly notesOnly?: boolean | undefined
  /** Whether hoofdpunten are asked for; they are, unless said otherwise. */
  readonly hasStars?: boolean | undefined
  /** Where the step of now is on the board. */
  readonly area?: Area | undefined
  /** Where the changes of this person are, in words. */
  readonly renderStatus?: (status: BoardState) => ReactNode
  readonly wish?: OutlineWish | undefined
  /** Asks where something came from. */
  readonly onAskOrigin?: ((id: RecordId) => void) | undefined
  /** Begins to take away what should not stand there; for the facilitator. */
  readonly onTakeAway?: ((id: RecordId) => void) | undefined
}

/** The board in words. It shares document and connection with a canvas of the same board. */
export function OutlineView(props: OutlineViewProps): ReactElement {
  const { sessionId, boardId, role, access, renderStatus } = props
  const life = useMemo(
    () => boardSession({ sessionId, boardId, role, store: true }),
    [sessionId, boardId, role],
  )
  const { board, state } = useSyncExternalStore(life.subscribe, () => life.moment)
  const notPlaced = useSyncExternalStore(notPlacedShelf.subscribe, () => notPlacedShelf.entries)
  const isReady = board !== undefined && state.isLoaded && state.status !== 'closed'
  return (
    <section className="stip-outline" aria-label={nlOutline.title}>
      {renderStatus !== undefined && (
        <div className="stip-outline__status">{renderStatus(state)}</div>
      )}
      {notPlaced.length > 0 && (
        <RefusedBar entries={notPlaced} onClose={() => notPlacedShelf.clear()} />
      )}
      {isReady ? (
        <OutlineList
          key={boardId}
          boardId={boardId}
          board={board}
          area={props.area}
          wish={props.wish}
          onAskOrigin={props.onAskOrigin}
          onTakeAway={props.onTakeAway}
          mayWrite={access === 'write' && maySend(state.status)}
          notesOnly={props.notesOnly ?? false}
          hasStars={props.hasStars ?? true}
        />
      ) : (
        <Waiting status={state.status} />
      )}
    </section>
  )
}

function Waiting({ status }: { readonly status: BoardState['status'] }): ReactElement {
  const words: Partial<Record<BoardState['status'], string>> = {
    offline: nlOutline.noConnection,
    closed: nlOutline.closed,
    damaged: nlOutline.damaged,
  }
  return <output className="stip-outline__waiting">{words[status] ?? nlOutline.waiting}</output>
}

function maySend(status: BoardState['status']): boolean {
  return !['refused', 'damaged', 'closed', 'read-only'].includes(status)
}
