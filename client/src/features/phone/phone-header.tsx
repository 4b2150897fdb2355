import type { SessionView } from '@stip/api'
import type { ReactElement, ReactNode } from 'react'
import { nl } from '../../texts/nl.ts'
import { nlPhone } from '../../texts/nl-phone.ts'
import { Countdown } from '../../ui/marks/countdown.tsx'
import { GroupBadge } from '../../ui/marks/group-badge.tsx'
import { LogoMark } from '../../ui/marks/logo.tsx'
import { fourWords } from './phone-zones.ts'

interface PhoneHeaderProps {
  readonly view: SessionView
  readonly offsetMs: number
  readonly group: SessionView['groups'][number] | undefined
  readonly onMore: () => void
  /** What can be done in every step. */
  readonly children?: ReactNode
}

/** Letter, step in four words, clock; the rest is behind "Meer". */
export function PhoneHeader({
  view,
  offsetMs,
  group,
  onMore,
  children,
}: PhoneHeaderProps): ReactElement {
  const step = view.endedAt === undefined ? view.steps[view.position] : undefined
  return (
    <header className="stip-phone__header">
      {group === undefined ? (
        <LogoMark />
      ) : (
        <span title={group.name}>
          <GroupBadge letter={group.letter} />
        </span>
      )}
      <p className="stip-phone__step" dir="auto">
        <span className="stip-hidden">
          {step === undefined ? '' : nl.step.of(view.position + 1, view.steps.length)}{' '}
        </span>
        {fourWords(step?.title ?? view.title)}
      </p>
      {view.clock !== undefined && view.endedAt === undefined && (
        <Countdown clock={view.clock} offsetMs={offsetMs} />
      )}
      {children}
      <button type="button" className="stip-phone__more" aria-haspopup="dialog" onClick={onMore}>
        {nlPhone.more}
      </button>
    </header>
  )
}
