import type { SessionView } from '@stip/api'
import { thingsOn } from '@stip/board'
import { type CSSProperties, type ReactElement, type ReactNode, useRef } from 'react'
import { KEY_CARDS_WANTED } from '../../board/key-cards.ts'
import { useNow } from '../../live/clock/use-now.ts'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { nlOutline } from '../../texts/board/nl-outline.ts'
import { Button } from '../../ui/controls/button.tsx'
import { GroupBadge, groupColor } from '../../ui/marks/group-badge.tsx'
import type { Parts } from '../../ui/showing.ts'
import { boardName, groupOfBoard } from './board-names.ts'
import { Miniature } from './miniature.tsx'
import type { MiniatureState } from './miniature-state.ts'
import { useMiniature } from './use-miniature.ts'

interface BoardCardProps {
  readonly view: Parts<'id' | 'groups' | 'groupsMade' | 'spotlight' | 'endedAt'>
  readonly board: SessionView['boards'][number]
  /** Boards of groups are large: there it happens. */
  readonly size: 'large' | 'small'
  readonly onOpen: () => void
  readonly onSpotlight: (isOn: boolean) => void
  /** What goes out of the board and comes in. */
  readonly renderInOut: (isEmpty: boolean) => ReactNode
}

/** A board in the console: live and small, with what can be done with it. */
export function BoardCard(props: BoardCardProps): ReactElement {
  const { view, board, size, onOpen, onSpotlight, renderInOut } = props
  const card = useRef<HTMLElement>(null)
  const miniature = useMiniature(view.id, board.id, card)
  const now = useNow(0, 20_000)
  const group = groupOfBoard(view, board)
  const name = boardName(view, board)
  const isLit = view.spotlight === board.id
  const color = group === undefined ? 'var(--stip-control-border)' : groupColor(group.letter)
  return (
    <article
      ref={card}
      className={`stip-board-card stip-board-card--${size}${isLit ? ' stip-board-card--lit' : ''}`}
      style={{ '--stip-card-color': color } as CSSProperties}
      aria-label={name}
    >
      <div className="stip-board-card__head">
        {group === undefined ? (
          name
        ) : (
          <GroupBadge letter={group.letter} name={group.name} size="small" />
        )}
        {group !== undefined && view.groupsMade && (
          <span className="stip-board-card__size">{nlConsole.boards.people(group.size)}</span>
        )}
      </div>
      <button type="button" className="stip-board-card__open" onClick={onOpen}>
        <Miniature
          shapes={miniature.shapes}
          zones={miniature.zones}
          area={board.area}
          label={nlConsole.boards.open(name)}
        />
      </button>
      <div className="stip-board-card__foot">
        <span className="stip-board-card__state">
          {stateText(miniature, view.endedAt === undefined && board.isInUse === true, now)}
          {group !== undefined && miniature.keyCards > 0 && (
            <>
              <br />
              {nlOutline.keyCards(miniature.keyCards, KEY_CARDS_WANTED)}
            </>
          )}
        </span>
        <span className="stip-board-card__actions">
          <Button
            size="small"
            isPressed={isLit && view.endedAt === undefined}
            disabled={view.endedAt !== undefined}
            title={isLit ? nlConsole.boards.shown : nlConsole.boards.show}
            onClick={() => onSpotlight(!isLit)}
          >
            {isLit ? nlConsole.boards.stopShort : nlConsole.boards.showShort}
          </Button>
          {renderInOut(miniature.isLoaded && miniature.shapes.length === 0)}
        </span>
      </div>
    </article>
  )
}

/** A board that nobody works on now is quiet, and that says nothing. */
function stateText(state: MiniatureState, isInUse: boolean, now: number): string {
  if (!state.isLoaded) return nlConsole.boards.loading
  const things = nlConsole.boards.things(thingsOn(state.shapes))
  if (!isInUse || state.changedAt === undefined) return things
  const quietMinutes = Math.floor((now - state.changedAt) / 60_000)
  return quietMinutes < 2 ? things : `${things} · ${nlConsole.boards.quiet(quietMinutes)}`
}
