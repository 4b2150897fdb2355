import type { ReactElement } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { nlNotYet } from '../../texts/board/nl-not-yet.ts'
import { type Parts, showing } from '../../ui/showing.ts'
import './say-card.css'

/** What the draaiboek suggests to say and to watch for in this step. */
export const SayCard = showing(['steps', 'position'], ToSay)

function ToSay({ view }: { readonly view: Parts<'steps' | 'position'> }): ReactElement {
  const step = view.steps[view.position] ?? view.steps[0]
  const guidance = step?.guidance
  const texts = nlConsole.say
  return (
    <section className="stip-say" aria-labelledby="say-title">
      <h2 id="say-title" className="stip-panel-title">
        {texts.title}
      </h2>
      <p className="stip-say__words">{guidance?.say ?? texts.before}</p>
      {step !== undefined && step.notYet.length > 0 && (
        <div className="stip-say__not-yet">
          <strong>{texts.notYet}</strong>
          {step.notYet.map((name) => (
            <p key={name}>{nlNotYet[name]}</p>
          ))}
        </div>
      )}
      {guidance !== undefined && (
        <>
          <Part title={texts.goal} lines={[guidance.goal]} />
          <Part title={texts.approach} lines={guidance.approach} />
          <Part title={texts.watchFor} lines={guidance.watchFor} />
          <Part title={texts.ifDifferent} lines={guidance.ifDifferent} />
        </>
      )}
    </section>
  )
}

function Part(props: {
  readonly title: string
  readonly lines: readonly string[]
}): ReactElement | null {
  const lines = props.lines.filter((line) => line !== '')
  if (lines.length === 0) return null
  return (
    <details className="stip-say__part">
      <summary>{props.title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
