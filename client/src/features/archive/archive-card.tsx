import { type ReactElement, useState } from 'react'
import { Button } from '../../ui/controls/button.tsx'
import { Notice } from '../../ui/notices/notice.tsx'
import { useIsSlow } from '../../ui/notices/slow.tsx'
import { nlArchive as nl } from './nl-archive.ts'
import { saveArchive } from './save-archive.ts'
import type { SaveEnd } from './save-archive.ts'
import './archive.css'

export interface ArchiveCardProps {
  readonly sessionId: string
}

/** Archives of small evenings are there sooner; then there is nothing to say. */
const SAY_AFTER_MS = 1000

/** All of a session that is over as one file, for who led it. */
export function ArchiveCard({ sessionId }: ArchiveCardProps): ReactElement {
  const [state, setState] = useState<'idle' | 'busy' | SaveEnd>('idle')
  const isBusy = state === 'busy'
  const isSlow = useIsSlow(isBusy, SAY_AFTER_MS)
  const save = (): void => {
    if (isBusy) return
    setState('busy')
    void saveArchive(sessionId).then(setState)
  }
  const end = typeof state === 'object' ? state : undefined
  return (
    <section className="stip-card stip-archive" aria-labelledby="archive">
      <h2 id="archive">{nl.title}</h2>
      <p>{nl.what}</p>
      <p className="stip-muted">
        {nl.names} {nl.notIn}
      </p>
      <Button className="stip-archive__save" isBusy={isBusy} onClick={save}>
        {nl.save}
      </Button>
      <output className="stip-archive__told">
        {isSlow && nl.making}
        {end?.ok === true && nl.made}
      </output>
      {end?.ok === false && <Notice kind="error">{end.message}</Notice>}
    </section>
  )
}
