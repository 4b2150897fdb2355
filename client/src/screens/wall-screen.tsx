import type { SessionView, StepView } from '@stip/api'
import { type ReactElement, useEffect } from 'react'
import { BoardReadingLater } from '../features/reading/reading-later.tsx'
import { WallCode } from '../features/wall/wall-code.tsx'
import { wallPicture } from '../features/wall/wall-picture.ts'
import { WallStep } from '../features/wall/wall-step.tsx'
import { readingOfStep } from '../features/reading/step-reading.ts'
import '../features/wall/wall.css'
import { keepPage } from '../live/keep-page.ts'
import { useGrant } from '../live/use-grant.ts'
import { useSessionFeed } from '../live/use-session-feed.ts'
import { nlWall } from '../texts/nl-wall.ts'
import { Countdown } from '../ui/countdown.tsx'
import { Logo } from '../ui/logo.tsx'
import { SessionGate } from '../ui/session-gate.tsx'
import { useTitle } from '../ui/use-title.ts'

/** The wall: for a projector, without anything to press. */
export function WallScreen({ sessionId }: { readonly sessionId: string }): ReactElement {
  const grant = useGrant(sessionId, 'wall')
  const { state } = useSessionFeed(sessionId, 'wall', grant.kind === 'ready')
  return (
    <SessionGate as="wall" grant={grant} feed={state}>
      {(view) => (
        <main id="inhoud" tabIndex={-1} className="stip-wall">
          <Picture view={view} offsetMs={state.offsetMs} />
        </main>
      )}
    </SessionGate>
  )
}

interface PictureProps {
  readonly view: SessionView
  readonly offsetMs: number
}

function Picture({ view, offsetMs }: PictureProps): ReactElement {
  useTitle(view.title)
  useEffect(() => keepPage(), [])
  const picture = wallPicture(view)
  switch (picture.kind) {
    case 'code':
      return <WallCode view={view} />
    case 'step':
      return <Step view={view} offsetMs={offsetMs} step={picture.step} />
    case 'ended':
      return (
        <div className="stip-wall__ended">
          <Logo size="large" />
          <h1 className="stip-wall__title">{nlWall.ended}</h1>
        </div>
      )
    default:
      return (
        <BoardReadingLater
          key={picture.board.id}
          view={view}
          board={picture.board}
          as="wall"
          page={0}
          aside={
            view.clock !== undefined &&
            view.endedAt === undefined && <Countdown clock={view.clock} offsetMs={offsetMs} />
          }
        />
      )
  }
}

function Step({ view, offsetMs, step }: PictureProps & { readonly step: StepView }): ReactElement {
  return <WallStep view={view} offsetMs={offsetMs} step={step} words={readingOfStep(step)} />
}
