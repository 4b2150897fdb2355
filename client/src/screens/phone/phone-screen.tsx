import type { SessionView } from '@stip/api'
import { Suspense, lazy, useState } from 'react'
import type { ReactElement } from 'react'
import { HandButtonLater } from '../../features/hands/hand-button-later.tsx'
import { HandsForLater } from '../../features/hands/hands-for-later.tsx'
import { NotesByAddressLater } from '../../features/my-notes/notes-by-address-later.tsx'
import { BottomBar } from '../../features/phone/bottom-bar.tsx'
import type { PhoneTab } from '../../features/phone/bottom-bar.tsx'
import { PhoneHeader } from '../../features/phone/phone-header.tsx'
import { PhoneWrite } from '../../features/phone/phone-write.tsx'
import type { ListsProps } from '../../features/phone/phone-write.tsx'
import { readsFirst } from '../../features/reading/reads-first.ts'
import { ownGroup } from '@stip/workshop'
import type { PlaceAtWork } from '../../features/step/place-at-work.ts'
import { HeldNotice } from '../../features/step/held-notice.tsx'
import { useHeld } from '../../features/step/use-held.ts'
import { part } from '../../live/part.ts'
import { nl } from '../../texts/nl.ts'
import { ErrorBoundary } from '../../ui/notices/error-boundary.tsx'
import { Skeleton } from '../../ui/notices/skeleton.tsx'
import '../../features/phone/phone.css'

const PhoneBoard = lazy(async () => ({
  default: (await part(() => import('./phone-board.tsx'))).PhoneBoard,
}))
const ReadBoard = lazy(async () => ({
  default: (await part(() => import('../board/read-board.tsx'))).ReadBoard,
}))
const PhoneMore = lazy(async () => ({
  default: (await part(() => import('./phone-more.tsx'))).PhoneMore,
}))
const PhoneListsLive = lazy(async () => ({
  default: (await part(() => import('./phone-lists-live.tsx'))).PhoneListsLive,
}))

const ToldAway = lazy(async () => ({
  default: (await part(() => import('../../features/take-away/told-away.tsx'))).ToldAway,
}))

const FrozenNotice = lazy(async () => ({
  default: (await part(() => import('../../features/boards/frozen-notice.tsx'))).FrozenNotice,
}))

/** The lists, once they are here; a phone without a line keeps what it has. */
function Lists(props: ListsProps): ReactElement {
  return (
    <ErrorBoundary renderFallback={() => <>{props.before}</>}>
      <Suspense fallback={props.before}>
        <PhoneListsLive {...props} />
      </Suspense>
    </ErrorBoundary>
  )
}

interface PhoneScreenProps {
  readonly view: SessionView
  readonly offsetMs: number
  readonly place: PlaceAtWork
  readonly goTo: (boardId: string) => void
  readonly goBack: () => void
}

/** A step on a phone: one question, and behind it everything that the group made. */
export function PhoneScreen(props: PhoneScreenProps): ReactElement {
  const { offsetMs, goTo, goBack } = props
  const { view, place, waits } = useHeld(props.view, props.place)
  const [tab, setTab] = useState<PhoneTab>('write')
  const [elsewhere, setElsewhere] = useState<{ boardId: string; tab: PhoneTab } | undefined>()
  const [isMoreOpen, setMoreOpen] = useState(false)
  const board = place.kind === 'board' ? place.board : undefined
  const isChosen = place.kind === 'board' && place.isChosen
  // Everybody is shown a board, or somebody chose one: that is there to be read.
  const isToRead = isChosen || (board !== undefined && view.spotlight === board.id)
  const read = elsewhere?.boardId === board?.id ? elsewhere?.tab : undefined
  const shown = board === undefined ? 'write' : isToRead ? (read ?? 'read') : tab
  const choose = (next: PhoneTab): void => {
    if (board === undefined || !isToRead) setTab(next)
    else if (isChosen && next === 'write') {
      setTab(next)
      goBack()
    } else setElsewhere({ boardId: board.id, tab: next })
  }
  return (
    <div className="stip-phone">
      {view.takenAway && (
        <Suspense>
          <ToldAway takenAway={view.takenAway} />
        </Suspense>
      )}
      <PhoneHeader
        view={view}
        offsetMs={offsetMs}
        group={ownGroup(view)}
        onMore={() => setMoreOpen(true)}
      >
        <HandButtonLater view={view} />
      </PhoneHeader>
      <HandsForLater view={view} />
      <HeldNotice waits={waits} />
      {view.groupsFrozen === true && (
        <Suspense>
          <FrozenNotice view={view} kind={board?.kind} />
        </Suspense>
      )}
      <NotesByAddressLater view={view} />
      {shown === 'write' ? (
        <PhoneWrite view={view} Lists={Lists} />
      ) : shown === 'read' && board !== undefined && readsFirst(view, board) ? (
        <>
          {view.spotlight === board.id && (
            <output className="stip-phone__led">{nl.boards.spotlight}</output>
          )}
          <main id="inhoud" tabIndex={-1} className="stip-phone__reading">
            <Suspense fallback={<Skeleton />}>
              <ReadBoard
                view={view}
                board={board}
                as="participant"
                onBoard={() => choose('board')}
              />
            </Suspense>
          </main>
        </>
      ) : (
        <Suspense fallback={<Skeleton />}>
          <PhoneBoard view={view} place={place} shows={shown === 'read' ? 'list' : 'board'} />
        </Suspense>
      )}
      {board !== undefined && <BottomBar tab={shown} onTab={choose} />}
      {isMoreOpen && (
        <Suspense fallback={null}>
          <PhoneMore view={view} board={board} goTo={goTo} onClose={() => setMoreOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
