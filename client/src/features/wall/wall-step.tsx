import type { SessionView, StepView } from '@stip/api'
import { formatJoinCode, worksInGroups } from '@stip/workshop'
import type { ReactElement } from 'react'
import { nl } from '../../texts/nl.ts'
import { nlWall } from '../../texts/nl-wall.ts'
import { Countdown } from '../../ui/marks/countdown.tsx'
import { GroupBadge } from '../../ui/marks/group-badge.tsx'
import { LogoMark } from '../../ui/marks/logo.tsx'
import { Qr } from '../../ui/marks/qr.tsx'
import { typedAddress } from './join-address.ts'
import './wall-step.css'

interface WallStepProps {
  readonly view: SessionView
  readonly offsetMs: number
  readonly step: StepView
  readonly words: {
    readonly question: string
    readonly title: string | undefined
    readonly statements: readonly string[]
    readonly task: readonly string[]
    readonly notYet: readonly string[]
    readonly letters: 'large' | 'normal' | 'small'
  }
}

/** What the room is asked now, what to do, and how long it takes. */
export function WallStep({ view, offsetMs, step, words }: WallStepProps): ReactElement {
  const { question, title, statements, task, notYet, letters } = words
  return (
    <div className={`stip-wall-step stip-wall-step--${letters}`}>
      <div className="stip-wall-step__words">
        <p className="stip-wall-step__place">
          <LogoMark />
          <span>
            {nl.step.of(view.position + 1, view.steps.length)}
            {title !== undefined && ` · ${title}`}
          </span>
        </p>
        <h1 className="stip-wall-step__question">{question}</h1>
        {statements.length > 0 && (
          <ol className="stip-wall-step__statements">
            {statements.map((statement) => (
              <li key={statement}>{statement}</li>
            ))}
          </ol>
        )}
        <ul className="stip-wall-step__task">
          {task.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {notYet.length > 0 && (
          <div className="stip-wall-step__not-yet">
            {notYet.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        )}
      </div>
      <aside className="stip-wall-step__side">
        {view.clock !== undefined && (
          <Countdown clock={view.clock} offsetMs={offsetMs} size="huge" />
        )}
        <WallCorner view={view} />
      </aside>
      {showsGroups(view, step) && <WallGroups groups={view.groups} />}
    </div>
  )
}

/** Where to sit: while groups work, and in the break before they do. */
function showsGroups(view: SessionView, step: StepView): boolean {
  if (!view.groupsMade) return false
  return worksInGroups(step) || !step.hasBoard
}

function WallGroups({ groups }: { readonly groups: SessionView['groups'] }): ReactElement {
  return (
    <ul className="stip-wall-step__groups" aria-label={nlWall.groups}>
      {groups.map(({ id, letter, name, size }) => (
        <li key={id}>
          <GroupBadge letter={letter} name={name} />
          <span className="stip-wall-step__size">{nlWall.people(size)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Code and QR for who comes in late. */
function WallCorner({ view }: { readonly view: SessionView }): ReactElement | null {
  if (view.joinCode === undefined || view.joinUrl === undefined) return null
  return (
    <div className="stip-wall-step__corner">
      <Qr address={view.joinUrl} label={nlWall.qr(typedAddress(view.joinUrl))} />
      <span className="stip-wall-step__late">{nlWall.late}</span>
      <strong>{formatJoinCode(view.joinCode)}</strong>
    </div>
  )
}
