import type { SessionView } from '@stip/api'
import { formatJoinCode } from '@stip/workshop'
import type { ReactElement, ReactNode } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { nlWall } from '../../texts/nl-wall.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Notice } from '../../ui/notices/notice.tsx'
import { Qr } from '../../ui/marks/qr.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import { LinkRow } from './link-row.tsx'
import './links-panel.css'
import { RenewLink } from './renew-link.tsx'
import { useLinks } from './use-links.ts'

const rowTexts = {
  participant: {
    label: nlConsole.links.participant,
    hint: nlConsole.links.participantHint,
  },
  wall: { label: nlConsole.links.wall, hint: nlConsole.links.wallHint },
  observer: { label: nlConsole.links.observer, hint: nlConsole.links.observerHint },
  facilitator: { label: nlConsole.links.facilitator, hint: nlConsole.links.facilitatorHint },
} as const

interface LinksPanelProps {
  readonly view: SessionView
  readonly onClose: () => void
  /** What to do for screens without a keyboard, told the address of the wall. */
  readonly renderScreens: (address: string) => ReactNode
}

/** Every way in: code and QR for all, and the secret links, hidden until they are asked for. */
export function LinksPanel({ view, onClose, renderScreens }: LinksPanelProps): ReactElement {
  const { links, problem, isBusy, renewed, retry, renew } = useLinks(view.id)
  const texts = nlConsole.links
  const row = (role: keyof typeof rowTexts, address: string) => (
    <LinkRow
      // A link that was hidden is hidden again when it is a new one.
      key={`${role} ${address}`}
      {...rowTexts[role]}
      address={address}
      isSecret={role !== 'participant'}
      told={renewed === role ? texts.renewed : ''}
    >
      <RenewLink texts={texts.renew[role]} isBusy={isBusy} onRenew={() => renew(role)} />
    </LinkRow>
  )
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
            <Qr address={view.joinUrl} label={nlWall.qr(view.joinUrl)} />
            <p className="stip-links__big">{formatJoinCode(view.joinCode)}</p>
          </div>
        )}
        <div className="stip-links__list">
          {problem !== undefined && (
            <Notice kind="error">
              <p>{links === undefined ? `${texts.failed} ${problem}` : problem}</p>
              {links === undefined && (
                <Button size="small" disabled={isBusy} onClick={retry}>
                  {texts.retry}
                </Button>
              )}
            </Notice>
          )}
          {links !== undefined && (
            <>
              {row('participant', links.participant)}
              {renderScreens(links.wall)}
              {row('wall', links.wall)}
              {row('observer', links.observer)}
              {row('facilitator', links.facilitator)}
            </>
          )}
        </div>
      </div>
    </Sheet>
  )
}
