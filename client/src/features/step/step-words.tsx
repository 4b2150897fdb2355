import type { StepView } from '@stip/api'
import type { ReactElement } from 'react'
import { nl } from '../../texts/nl.ts'
import { Notice } from '../../ui/notice.tsx'
import './step-words.css'

/** What to do in a step, what is different today, and questions that help. */
export function StepWords({ step }: { readonly step: StepView }): ReactElement {
  return (
    <div className="stip-step-words">
      <ol className="stip-step-words__instruction">
        {step.instruction.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {step.notYet.length > 0 && (
        <Notice kind="warning">
          {step.notYet.map((name) => (
            <p key={name}>{nl.step.notYet[name]}</p>
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
