import type { StepView } from '@stip/api'
import type { ReactElement } from 'react'
import { nlNotYet } from '../../texts/board/nl-not-yet.ts'
import { nl } from '../../texts/nl.ts'
import { Notice } from '../../ui/notices/notice.tsx'
import './step-words.css'

/** What to do in a step, what is different today, and questions that help. */
export function StepWords({ step }: { readonly step: StepView }): ReactElement {
  return (
    <div className="stip-step-words">
      {step.question !== undefined && (
        <p className="nl-paragraph nl-paragraph--lead">{step.question}</p>
      )}
      <ol className="stip-step-words__instruction">
        {step.instruction.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <Statements step={step} />
      {step.notYet.length > 0 && (
        <Notice kind="warning">
          {step.notYet.map((name) => (
            <p key={name}>{nlNotYet[name]}</p>
          ))}
        </Notice>
      )}
      {step.questions.length > 0 && (
        <section className="stip-step-words__questions">
          <h3 className="nl-heading nl-heading--level-5">{nl.step.questions}</h3>
          <ul>
            {step.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** What the room is asked to weigh: words to read, and nothing to write on. */
function Statements({ step }: { readonly step: StepView }): ReactElement | null {
  const statements = step.zones.filter(({ kind }) => kind === 'scale')
  if (statements.length === 0) return null
  return (
    <ul className="stip-step-words__statements">
      {statements.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  )
}
