import type { SessionView } from '@stip/api'
import { worksInGroups } from '@stip/workshop'
import type { ReactElement } from 'react'
import { nlNotYet } from '../../texts/board/nl-not-yet.ts'
import { nl } from '../../texts/nl.ts'
import { nlPhone } from '../../texts/nl-phone.ts'
import { assignmentOf } from './phone-zones.ts'

/** A step in which a phone has nothing to write: what happens, and what cannot be done yet. */
export function CalmQuestion({ view }: { readonly view: SessionView }): ReactElement {
  const step = view.steps[view.position]
  const shown = (step?.zones ?? []).filter(({ kind }) => kind === 'scale' || kind === 'reactions')
  const waitsForGroup = step?.hasBoard === true && worksInGroups(step) && !view.groupsMade
  return (
    <main id="inhoud" tabIndex={-1} className="stip-phone__main">
      <h1 className="stip-write__question">{step?.question ?? step?.title ?? view.title}</h1>
      {waitsForGroup && <p>{nl.group.wait}</p>}
      {step !== undefined && (
        <p className="stip-write__assignment">{assignmentOf(step).join(' ')}</p>
      )}
      {step?.notYet.map((name) => (
        <p key={name} className="stip-phone__not-yet">
          {nlNotYet[name]}
        </p>
      ))}
      {shown.length > 0 && (
        <ul className="stip-phone__statements">
          {shown.map(({ id, title }) => (
            <li key={id} dir="auto">
              {title}
            </li>
          ))}
        </ul>
      )}
      <p className="stip-write__privacy">{nlPhone.calm}</p>
    </main>
  )
}
