import { type ReactElement, useEffect, useState } from 'react'
import type { MyGrants } from '@stip/api'
import { OpenArchiveLater } from '../features/archive/open-archive-later.tsx'
import { CodeForm } from '../features/join/code-form.tsx'
import { StartForm } from '../features/start/start-form.tsx'
import { api } from '../live/api/api.ts'
import { navigate } from '../navigation.ts'
import { pathOf } from '../route.ts'
import { nlStart } from '../texts/nl-start.ts'
import { Logo } from '../ui/marks/logo.tsx'
import { useTitle } from '../ui/use-title.ts'
import './home-screen.css'

/** Where everybody starts: take part, or begin a session. */
export function HomeScreen(): ReactElement {
  useTitle(undefined)
  const grants = useMyGrants()
  const [isStarting, setIsStarting] = useState(false)
  return (
    <main id="inhoud" tabIndex={-1} className="stip-home">
      <header className="stip-home__header">
        <Logo size="large" />
        <h1 className="stip-home__sentence">{nlStart.home.sentence}</h1>
      </header>
      {grants.length > 0 && <Continue grants={grants} />}
      <div className="stip-home__choices">
        <section className="stip-home__choice">
          <h2 className="nl-heading nl-heading--level-2">{nlStart.home.join}</h2>
          <CodeForm
            hint={nlStart.home.joinHint}
            buttonText={nlStart.home.join}
            kind={isStarting ? 'secondary' : 'primary'}
            onCode={(code) => navigate(`/doe-mee#${code}`)}
          />
        </section>
        <section className="stip-home__choice">
          <h2 className="nl-heading nl-heading--level-2">{nlStart.home.start}</h2>
          <StartForm isOpen={isStarting} onOpen={() => setIsStarting(true)} onCreated={lead} />
          <OpenArchiveLater onOpened={lead} />
        </section>
      </div>
      <p>
        <a className="nl-link stip-home__link" href="/scherm">
          {nlStart.home.screen}
        </a>
      </p>
    </main>
  )
}

/** To the console of a session that this device leads. */
function lead(sessionId: string): void {
  navigate(pathOf('facilitator', sessionId))
}

function Continue({ grants }: { readonly grants: MyGrants['grants'] }): ReactElement {
  return (
    <nav className="stip-home__continue" aria-label={nlStart.home.continue}>
      <span className="stip-muted">{nlStart.home.continue}</span>
      <ul className="stip-row">
        {grants.map((grant) => (
          <li key={`${grant.sessionId}-${grant.role}`}>
            <a className="nl-link stip-home__link" href={pathOf(grant.role, grant.sessionId)}>
              <bdi>{grant.title}</bdi>
              <span className="stip-muted">
                {nlStart.home.roles[grant.role]}
                {grant.ended && ` · ${nlStart.home.ended}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The sessions this device knows; none is shown when the server cannot be asked. */
function useMyGrants(): MyGrants['grants'] {
  const [grants, setGrants] = useState<MyGrants['grants']>([])
  useEffect(() => {
    const load = async () => {
      const answer = await api.myGrants()
      if (answer.ok) setGrants(answer.value.grants.slice(0, 6))
    }
    void load()
  }, [])
  return grants
}
