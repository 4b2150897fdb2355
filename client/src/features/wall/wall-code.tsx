import type { SessionView } from '@stip/api'
import { formatJoinCode } from '@stip/workshop'
import type { ReactElement } from 'react'
import { nlWall } from '../../texts/nl-wall.ts'
import { Logo } from '../../ui/marks/logo.tsx'
import { Qr } from '../../ui/marks/qr.tsx'
import { typedAddress } from './join-address.ts'

/** How to take part, readable from the last row. */
export function WallCode({ view }: { readonly view: SessionView }): ReactElement {
  const { joinCode, joinUrl } = view
  return (
    <div className="stip-wall__code">
      <div className="stip-wall__how">
        <Logo size="large" />
        <h1 className="stip-wall__title" dir="auto">
          {view.title}
        </h1>
        {joinCode !== undefined && joinUrl !== undefined && (
          <>
            <p>{nlWall.orType}</p>
            <p className="stip-wall__address">{typedAddress(joinUrl)}</p>
            <p>{nlWall.andCode}</p>
            <p className="stip-wall__big-code">{formatJoinCode(joinCode)}</p>
          </>
        )}
        <output className="stip-muted">
          {view.peopleCount > 0 && nlWall.peopleIn(view.peopleCount)}
        </output>
      </div>
      {joinUrl !== undefined && (
        <figure className="stip-wall__scan">
          <figcaption>{nlWall.scan}</figcaption>
          <Qr address={joinUrl} label={nlWall.qr(typedAddress(joinUrl))} />
        </figure>
      )}
    </div>
  )
}
