import { type ReactElement, Suspense, lazy } from 'react'
import { useRoute } from './navigation.ts'
import type { Route } from './route.ts'
import { nl } from './texts/nl.ts'
import { ErrorBoundary } from './ui/notices/error-boundary.tsx'
import { Skeleton } from './ui/notices/skeleton.tsx'
import { part } from './live/part.ts'

const HomeScreen = lazy(async () => ({
  default: (await part(() => import('./screens/home-screen.tsx'))).HomeScreen,
}))
const JoinScreen = lazy(async () => ({
  default: (await part(() => import('./screens/join-screen.tsx'))).JoinScreen,
}))
const ParticipantScreen = lazy(async () => ({
  default: (await part(() => import('./screens/participant/participant-screen.tsx')))
    .ParticipantScreen,
}))
const ConsoleScreen = lazy(async () => ({
  default: (await part(() => import('./screens/console/console-screen.tsx'))).ConsoleScreen,
}))
const ObserverScreen = lazy(async () => ({
  default: (await part(() => import('./screens/observer-screen.tsx'))).ObserverScreen,
}))
const WallScreen = lazy(async () => ({
  default: (await part(() => import('./screens/wall-screen.tsx'))).WallScreen,
}))
const PairScreen = lazy(async () => ({
  default: (await part(() => import('./screens/pair-screen.tsx'))).PairScreen,
}))
const NotFoundScreen = lazy(async () => ({
  default: (await part(() => import('./screens/not-found-screen.tsx'))).NotFoundScreen,
}))

/** Stip: one screen per address, each loaded when it is asked for. */
export function App(): ReactElement {
  const route = useRoute()
  return (
    <ErrorBoundary>
      <a className="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">
        {nl.skipLink}
      </a>
      <Suspense fallback={<Skeleton />}>
        <Screen route={route} />
      </Suspense>
    </ErrorBoundary>
  )
}

function Screen({ route }: { readonly route: Route }): ReactElement {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />
    case 'join':
      return <JoinScreen />
    case 'pair':
      return <PairScreen />
    case 'participant':
      return <ParticipantScreen key={route.sessionId} sessionId={route.sessionId} />
    case 'console':
      return <ConsoleScreen key={route.sessionId} sessionId={route.sessionId} />
    case 'observer':
      return <ObserverScreen key={route.sessionId} sessionId={route.sessionId} />
    case 'wall':
      return <WallScreen key={route.sessionId} sessionId={route.sessionId} />
    default:
      return <NotFoundScreen />
  }
}
