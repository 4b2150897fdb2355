import type { SessionView } from '@stip/api'
import { type ReactElement, useState } from 'react'
import { nlRehearsal as texts } from '../../texts/console/nl-rehearsal.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Notice } from '../../ui/notices/notice.tsx'
import './rehearsal-card.css'
import { useRehearsal } from './use-rehearsal.ts'

/** Offers to fill an empty session with an invented evening, and tells how far that is. */
export function RehearsalCard({ view }: { readonly view: SessionView }): ReactElement | null {
  const { answer, problem, isBusy, begin, stop } = useRehearsal(
    view.id,
    view.rehearsal === 'playing',
  )
  const [isClosed, setIsClosed] = useState(false)
  const { state = 'none' } = answer ?? {}
  if (isClosed) return null
  if (view.rehearsal === 'playing') {
    const isUnderWay = answer !== undefined && answer.step > 0
    return (
      <section className="stip-card stip-rehearsal" aria-label={texts.title}>
        <output>{isUnderWay ? texts.progress(answer) : texts.starting}</output>
        <progress
          aria-label={texts.title}
          max={answer?.lastStep === 0 ? undefined : answer?.lastStep}
          value={answer?.step ?? 0}
        />
        <Button size="small" disabled={isBusy} onClick={stop}>
          {texts.stop}
        </Button>
        {problem !== undefined && <Notice kind="error">{problem}</Notice>}
      </section>
    )
  }
  if (answer !== undefined && (state === 'done' || state === 'stopped' || state === 'failed')) {
    return (
      <Notice kind={state === 'failed' ? 'error' : 'info'}>
        {texts.ended[state](answer)}
        <span className="stip-row">
          <Button size="small" kind="subtle" onClick={() => setIsClosed(true)}>
            {texts.close}
          </Button>
        </span>
      </Notice>
    )
  }
  if (view.rehearsal !== 'possible') return null
  return (
    <section className="stip-rehearsal stip-rehearsal--offer" aria-label={texts.title}>
      <span className="stip-muted">{texts.offer}</span>
      <Button size="small" kind="subtle" disabled={isBusy} onClick={begin}>
        {texts.fill}
      </Button>
      {problem !== undefined && <Notice kind="error">{problem}</Notice>}
    </section>
  )
}
