import type { Area, Role } from '@stip/api'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconStar from '@tabler/icons-react/dist/esm/icons/IconStar.mjs'
import { useMemo, useSyncExternalStore } from 'react'
import type { ReactElement } from 'react'
import { boardSession } from '../../board/board-sessions.ts'
import { BoardTally } from '../../board/board-tally.ts'
import { KEY_CARDS_WANTED } from '../../board/key-cards.ts'
import type { OutlineWish } from '../../features/outline/outline-wish.ts'
import { nlOutline } from '../../texts/board/nl-outline.ts'
import { Button } from '../../ui/controls/button.tsx'

interface BoardWishesProps {
  readonly sessionId: string
  readonly boardId: string
  readonly role: Role
  readonly area: Area | undefined
  readonly asksForWords: boolean
  readonly onWish: (wish: OutlineWish) => void
}

/** What a board still asks of a group, one thing at a time: words for what they drew, its key cards. */
export function BoardWishes(props: BoardWishesProps): ReactElement {
  const { sessionId, boardId, role, area, asksForWords, onWish } = props
  const tally = useMemo(
    () => new BoardTally(boardSession({ sessionId, boardId, role, store: true })),
    [sessionId, boardId, role],
  )
  const { keyCards, drawings } = useSyncExternalStore(tally.subscribe, () => tally.moment)
  const isUndescribed =
    asksForWords &&
    area !== undefined &&
    drawings.some(({ y, isDrawn }) => isDrawn && isIn(y, area)) &&
    !drawings.some(({ y, isDrawn }) => !isDrawn && isIn(y, area))
  return (
    <div className="stip-board-wishes">
      {isUndescribed && (
        <Button
          size="small"
          title={nlOutline.describe.ask}
          icon={<IconPencil size={18} aria-hidden="true" />}
          onClick={() => onWish({ kind: 'describe' })}
        >
          {nlOutline.describe.askAction}
        </Button>
      )}
      {!isUndescribed && keyCards > 0 && (
        <Button
          size="small"
          icon={<IconStar size={18} aria-hidden="true" />}
          onClick={() => onWish({ kind: 'key-cards' })}
        >
          {nlOutline.keyCards(keyCards, KEY_CARDS_WANTED)}
        </Button>
      )}
    </div>
  )
}

/** Areas of steps lie below each other, so the height tells which one it is. */
function isIn(y: number, area: Area): boolean {
  return area.y <= y && y <= area.y + area.h
}
