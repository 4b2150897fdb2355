import type { LinksAnswer, SessionView } from '@stip/api'
import { formatJoinCode } from '@stip/workshop'
import { type ReactElement, useEffect, useState } from 'react'
import { api } from '../../live/api.ts'
import { nlConsole } from '../../texts/nl-console.ts'
import { nl } from '../../texts/nl.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Qr } from '../../ui/qr.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { LinkRow } from './link-row.tsx'
import './links-panel.css'

interface LinksPanelProps {
  readonly view: SessionView
  readonly onClose: () => void
}

/** Every way in: code and QR for all, and the secret links, hidden until they are asked for. */
export function LinksPanel({ view, onClose }: LinksPanelProps): ReactElement {
  const { links, hasFailed } = useLinks(view.id)
  const texts = nlConsole.links
  return (
    <Sheet label={texts.title} size="wide" onClose={onClose}>
      <div className="stip-sheet__head">
        <h2 className="nl-heading nl-heading--level-2">{texts.title}</h2>
        <Button kind="subtle" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
      <div className="stip-links">
        {view.joinUrl !== undefined && view.joinCode !== undefined && (
          <div className="stip-links__code">
            <Qr address={view.joinUrl} label={nl.wall.qr(view.joinUrl)} />
            <p className="stip-links__big">{formatJoinCode(view.joinCode)}</p>
          </div>
        )}
        <div className="stip-links__list">
          {hasFailed && <Notice kind="error">{texts.failed}</Notice>}
          {links !== undefined && (
            <>
              <LinkRow
                label={texts.participant}
                hint={texts.participantHint}
                address={links.participant}
              />
              <LinkRow label={texts.wall} hint={texts.wallHint} address={links.wall} isSecret />
              <LinkRow
                label={texts.observer}
                hint={texts.observerHint}
                address={links.observer}
                isSecret
              />
              <LinkRow
                label={texts.facilitator}
                hint={texts.facilitatorHint}
                address={links.facilitator}
                isSecret
              />
            </>
          )}
        </div>
      </div>
    </Sheet>
  )
}

function useLinks(sessionId: string): {
  readonly links: LinksAnswer | undefined
  readonly hasFailed: boolean
} {
  const [links, setLinks] = useState<LinksAnswer | undefined>()
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    const load = async () => {
      const answer = await api.links(sessionId)
      if (answer.ok) setLinks(answer.value)
      else setHasFailed(true)
    }
    void load()
  }, [sessionId])
  return { links, hasFailed }
}
