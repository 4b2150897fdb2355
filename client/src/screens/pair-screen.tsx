import { type ReactElement, useCallback, useEffect } from 'react'
import { useWaitingScreen } from '../features/screens/use-waiting-screen.ts'
import { keepPage } from '../live/keep-page.ts'
import { navigate } from '../navigation.ts'
import { pathOf } from '../route.ts'
import { nlScreens } from '../texts/console/nl-screens.ts'
import { Logo } from '../ui/marks/logo.tsx'
import { useTitle } from '../ui/use-title.ts'
import './pair-screen.css'

/** A screen in the hall that waits until the facilitator says what it is. */
export function PairScreen(): ReactElement {
  useTitle(nlScreens.title)
  useEffect(() => keepPage(), [])
  const onPaired = useCallback(
    ({ sessionId, role }: { sessionId: string; role: 'wall' | 'participant' }) =>
      navigate(pathOf(role, sessionId), 'replace'),
    [],
  )
  const { code, isCutOff } = useWaitingScreen(onPaired)
  return (
    <main id="inhoud" tabIndex={-1} className="stip-pair-screen">
      <Logo size="large" />
      <h1 className="stip-pair-screen__title">{nlScreens.code}</h1>
      <output className="stip-pair-screen__code" aria-live="polite">
        {code ?? nlScreens.starting}
      </output>
      <p>{nlScreens.what}</p>
      <p className="stip-muted">{nlScreens.kinds}</p>
      {isCutOff && <p role="alert">{nlScreens.gone}</p>}
    </main>
  )
}
