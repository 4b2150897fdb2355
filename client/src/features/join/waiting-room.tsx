import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { nl } from '../../texts/nl.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Logo } from '../../ui/marks/logo.tsx'
import { part } from '../../live/part.ts'
import { later } from '../../ui/notices/later.tsx'
import './waiting-room.css'

/** For who waits; whoever goes on at once needs none. */
const PracticeSpot = later({
  load: async () => (await part(() => import('./practice-spot.tsx'))).PracticeSpot,
  before: () => null,
})

interface WaitingRoomProps {
  readonly view: SessionView
  readonly isLeaving: boolean
  /** Somebody else takes this device. */
  readonly onLeave: () => void
}

/** Where a person waits for the first step, and may try the pen. */
export function WaitingRoom({ view, isLeaving, onLeave }: WaitingRoomProps): ReactElement {
  const person = view.me.person
  const role = view.backgrounds.find((choice) => choice.id === person?.background)?.name
  const name = person === undefined || person.name === '' ? undefined : person.name
  return (
    <main id="inhoud" tabIndex={-1} className="stip-waiting">
      <header className="stip-waiting__header">
        <Logo />
        <p className="stip-muted" dir="auto">
          {view.title}
        </p>
      </header>
      <div className="stip-waiting__hello">
        <h1 className="nl-heading nl-heading--level-1">
          {nl.waiting.hello(name ?? nl.waiting.number(person?.number ?? 1))}
        </h1>
        {role !== undefined && <p>{nl.waiting.you(role)}</p>}
      </div>
      <section className="stip-waiting__next">
        <span className="stip-waiting__dot" aria-hidden="true" />
        <div>
          <h2 className="nl-heading nl-heading--level-4">{nl.waiting.nextTitle}</h2>
          <p>{nl.waiting.next}</p>
          {!view.groupsMade && <p>{nl.waiting.nextGroups}</p>}
          <output className="stip-muted">{nl.waiting.peopleIn(view.peopleCount)}</output>
        </div>
      </section>
      <section className="stip-waiting__privacy">
        <h2 className="nl-heading nl-heading--level-4">{nl.waiting.privacyTitle}</h2>
        <p>{nl.waiting.privacy}</p>
      </section>
      <PracticeSpot />
      <footer>
        <Button
          kind="subtle"
          size="small"
          title={nl.waiting.otherPersonHint}
          disabled={isLeaving}
          onClick={onLeave}
        >
          {nl.waiting.otherPerson}
        </Button>
      </footer>
    </main>
  )
}
