import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { nlReading } from '../../../texts/nl-reading.ts'
import { Qr } from '../../../ui/marks/qr.tsx'
import { notesAddress } from './where-page.ts'
import './where-view.css'

/** "Waar is mijn briefje?", to be scanned from the last row. */
export function WhereView({
  view,
}: {
  readonly view: Pick<SessionView, 'id' | 'joinUrl' | 'versions'>
}): ReactElement {
  const address = notesAddress(view)
  const last = view.versions?.at(-1)
  return (
    <div className="stip-where">
      <div className="stip-where__words">
        <h2>{nlReading.where}</h2>
        <p>{nlReading.whereHow}</p>
        <p>{nlReading.whereElse}</p>
        {last !== undefined && <p className="stip-muted">{nlReading.saved(last.id)}</p>}
      </div>
      <Qr address={address} label={nlReading.whereQr(address)} />
    </div>
  )
}
