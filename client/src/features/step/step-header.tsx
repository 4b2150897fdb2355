import type { SessionView } from '@stip/api'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import { type ReactElement, Suspense, lazy, useState } from 'react'
import { nl } from '../../texts/nl.ts'
import { Countdown } from '../../ui/marks/countdown.tsx'
import { GroupBadge } from '../../ui/marks/group-badge.tsx'
import { LogoMark } from '../../ui/marks/logo.tsx'
import { part } from '../../live/part.ts'
import './step-header.css'

const StepSheet = lazy(async () => ({
  default: (await part(() => import('./step-sheet.tsx'))).StepSheet,
}))

interface StepHeaderProps {
  readonly view: SessionView
  readonly offsetMs: number
  readonly group: SessionView['groups'][number] | undefined
}

/** One line on top of a board: group, step, title and time. A tap gives the whole instruction. */
export function StepHeader({ view, offsetMs, group }: StepHeaderProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false)
  // After the end there is no step any more, only boards to look back at.
  const step = view.endedAt === undefined ? view.steps[view.position] : undefined
  return (
    <>
      <header className="stip-step-header">
        <button
          type="button"
          className="stip-step-header__line"
          aria-haspopup="dialog"
          disabled={step === undefined}
          onClick={() => setIsOpen(true)}
        >
          {group === undefined ? (
            <LogoMark />
          ) : (
            <span className="stip-step-header__group">
              <GroupBadge letter={group.letter} name={group.name} />
            </span>
          )}
          <span className="stip-step-header__step">
            {step !== undefined && (
              <span className="stip-step-header__count">
                {nl.step.of(view.position + 1, view.steps.length)}
              </span>
            )}
            <span className="stip-step-header__title" dir="auto">
              {step?.title ?? view.title}
            </span>
            {step !== undefined && (
              <span className="stip-step-header__instruction">
                {step.question ?? step.instruction[0]}
              </span>
            )}
          </span>
          {step !== undefined && (
            <span className="stip-step-header__more">
              <span className="stip-step-header__more-word">{nl.step.more}</span>
              <IconChevronDown size={20} aria-hidden="true" />
            </span>
          )}
        </button>
        {view.clock !== undefined && view.endedAt === undefined && (
          <Countdown clock={view.clock} offsetMs={offsetMs} />
        )}
      </header>
      {isOpen && step !== undefined && (
        <Suspense>
          <StepSheet
            step={step}
            place={nl.step.of(view.position + 1, view.steps.length)}
            showsNames={view.showsNames}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
