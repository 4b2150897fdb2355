import type { SessionView } from '@stip/api'
import { formatJoinCode } from '@stip/workshop'
import type { ReactElement } from 'react'
import { nl } from '../../texts/nl.ts'
import { nlWall } from '../../texts/nl-wall.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { LogoMark } from '../../ui/logo.tsx'
import { Qr } from '../../ui/qr.tsx'
import { typedAddress } from './join-address.ts'
import { shortInstruction } from './wall-picture.ts'

interface WallStepProps {
  readonly view: SessionView
  readonly offsetMs: number
}

/** What to do now and how long it takes, while groups work. */
export function WallStep({ view, offsetMs }: WallStepProps): ReactElement {
  const step = view.steps[view.position]
  return (
    <div className="stip-wall__step">
      <header className="stip-wall__header">
        <LogoMark />
        <span className="stip-muted">{nl.step.of(view.position + 1, view.steps.length)}</span>
      </header>
      <div className="stip-wall__middle">
        <h1 className="stip-wall__title">{step?.title}</h1>
        <p className="stip-wall__instruction">{shortInstruction(step?.instruction ?? [])}</p>
        {view.clock !== undefined && (
          <Countdown clock={view.clock} offsetMs={offsetMs} size="huge" />
        )}
      </div>
      <WallCorner view={view} />
    </div>
  )
}

/** Code and QR for who comes in late. */
function WallCorner({ view }: { readonly view: SessionView }): ReactElement | null {
  if (view.joinCode === undefined || view.joinUrl === undefined) return null
  return (
    <footer className="stip-wall__corner">
      <span>
        <span className="stip-muted">{nlWall.late}</span>
        <strong>{formatJoinCode(view.joinCode)}</strong>
      </span>
      <Qr address={view.joinUrl} label={nlWall.qr(typedAddress(view.joinUrl))} />
    </footer>
  )
}
