import type { SessionView } from '@stip/api'
import { type ReactElement, useEffect } from 'react'
import { BoardReadingLater } from '../features/reading/reading-later.tsx'
import { WallQuestionLater } from '../features/questions/on-wall/wall-question-later.tsx'
import { WallCode } from '../features/wall/wall-code.tsx'
import { wallPicture } from '../features/wall/wall-picture.ts'
import type { WallPicture } from '../features/wall/wall-picture.ts'
import { WallStep } from '../features/wall/wall-step.tsx'
import { readingOfStep } from '../features/reading/step-reading.ts'
import '../features/wall/wall.css'
import { keepPage } from '../live/keep-page.ts'
import { useGrant } from '../live/use-grant.ts'
import { useSessionFeed } from '../live/feed/use-session-feed.ts'
import { nlWall } from '../texts/nl-wall.ts'
import { Countdown } from '../ui/marks/countdown.tsx'
import { Logo } from '../ui/marks/logo.tsx'
import { SessionGate } from '../ui/notices/session-gate.tsx'
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
  // A room that turns to the wall never sees it empty.
  useEffect(() => void BoardReadingLater.ahead(), [])
  return <Shown view={view} offsetMs={offsetMs} picture={wallPicture(view)} />
}

function Shown(props: PictureProps & { readonly picture: WallPicture }): ReactElement {
  const { view, offsetMs, picture } = props
  switch (picture.kind) {
    case 'code':
      return <WallCode view={view} />
    case 'step':
      return (
        <WallStep
          view={view}
          offsetMs={offsetMs}
          step={picture.step}
          words={readingOfStep(picture.step)}
        />
      )
    case 'question':
      return <WallQuestionLater view={view} />
    case 'ended':
      return (
        <div className="stip-wall__ended">
          <Logo size="large" />
          <h1 className="stip-wall__title">{nlWall.ended}</h1>
        </div>
      )
    default: {
      const { boards, otherwise } = picture
      const isOver = view.endedAt !== undefined
      return (
        <BoardReadingLater
          key={boards.map(({ id }) => id).join(' ')}
          view={view}
          boards={boards}
          as="wall"
          page={view.wallPage}
          aside={
            view.clock !== undefined &&
            !isOver && <Countdown clock={view.clock} offsetMs={offsetMs} />
          }
          whenNothing={otherwise && <Shown view={view} offsetMs={offsetMs} picture={otherwise} />}
        />
      )
    }
  }
}
