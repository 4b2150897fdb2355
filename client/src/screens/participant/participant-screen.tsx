import type { SessionView } from '@stip/api'
import { type ReactElement, Suspense, lazy, useEffect, useState } from 'react'
import { forgetDevice } from '../../features/join/forget-device.ts'
import { RoomQuestionLater } from '../../features/questions/answering/room-question-later.tsx'
import { GroupReveal } from '../../features/join/group-reveal.tsx'
import { WaitingRoom } from '../../features/join/waiting-room.tsx'
import { useParticipantPlace } from '../../features/step/use-participant-place.ts'
import { useGrant } from '../../live/use-grant.ts'
import { useSessionFeed } from '../../live/feed/use-session-feed.ts'
import { SessionGate } from '../../ui/notices/session-gate.tsx'
import { Skeleton } from '../../ui/notices/skeleton.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { opensAsList, phone } from '../board/board-view.ts'
import { part } from '../../live/part.ts'

const loadBoard = () => part(() => import('./participant-board.tsx'))
const ParticipantBoard = lazy(async () => ({ default: (await loadBoard()).ParticipantBoard }))
const loadPhone = () => part(() => import('../phone/phone-screen.tsx'))
const PhoneScreen = lazy(async () => ({ default: (await loadPhone()).PhoneScreen }))

/** How long a waiting room keeps the network to itself before it fetches what comes next. */
const settleMs = 3000

/** A participant: the waiting room, the group, and then whatever the step asks for. */
export function ParticipantScreen({ sessionId }: { readonly sessionId: string }): ReactElement {
  const grant = useGrant(sessionId, 'participant')
  const { state } = useSessionFeed(sessionId, 'participant', grant.kind === 'ready')
  return (
    <SessionGate as="participant" grant={grant} feed={state}>
      {(view) => (
        <>
          <Place view={view} offsetMs={state.offsetMs} />
          <RoomQuestionLater view={view} />
        </>
      )}
    </SessionGate>
  )
}

interface PlaceProps {
  readonly view: SessionView
  readonly offsetMs: number
}

function Place({ view, offsetMs }: PlaceProps): ReactElement {
  const { place, goTo, goBack, markGroupSeen } = useParticipantPlace(view)
  const [isLeaving, setIsLeaving] = useState(false)
  // As the screen was when it opened: turning a phone takes nobody's form away.
  const [isPhone] = useState(() => matchMedia(phone).matches)
  useTitle(view.steps[view.position]?.title ?? view.title)
  useEffect(() => {
    // So that sixty phones do not all fetch the same file at the moment a step begins.
    const load = isPhone ? loadPhone : loadBoard
    const timer = setTimeout(() => void load().catch(comesLater), settleMs)
    return () => clearTimeout(timer)
  }, [isPhone])
  const isReading = place.kind === 'group'
  useEffect(() => {
    // While somebody reads which group they are in, the drawing table is fetched.
    if (!isReading) return
    if (isPhone) void loadPhone().catch(comesLater)
    else fetchTable()
  }, [isReading, isPhone])
  const leave = () => {
    setIsLeaving(true)
    // A new page, so that nothing of this person stays in its memory for the next.
    void forgetDevice(view.id).finally(() => location.assign('/doe-mee'))
  }
  switch (place.kind) {
    case 'waiting':
      return <WaitingRoom view={view} isLeaving={isLeaving} onLeave={leave} />
    case 'group':
      return <GroupReveal group={place.group} hasBoard={place.hasBoard} onGoOn={markGroupSeen} />
    default: {
      const all = { view, offsetMs, goTo, goBack }
      return (
        <Suspense fallback={<Skeleton />}>
          {isPhone && view.endedAt === undefined && place.kind !== 'ended' ? (
            <PhoneScreen {...all} place={place} />
          ) : (
            <ParticipantBoard {...all} place={place} />
          )}
        </Suspense>
      )
    }
  }
}

/** Fetches what a board needs on a laptop, for who may be about to get one. */
export function fetchTable(): void {
  if (opensAsList())
    void part(() => import('../../features/outline/outline-view.tsx')).catch(comesLater)
  else void part(() => import('../../canvas/index.ts')).catch(comesLater)
  void loadBoard().catch(comesLater)
}

/** Fetched in advance: who needs it asks again, and hears it then. */
function comesLater(): void {}
