import type { ClientCommand, SessionView } from '@stip/api'
import { type ReactElement, useState } from 'react'
import { Button } from '../../../ui/controls/button.tsx'
import { type Parts, showing } from '../../../ui/showing.ts'
import { AskAbout } from './ask-about.tsx'
import { AskForm } from './ask-form.tsx'
import { nlAsking } from './nl-asking.ts'
import { OpenQuestion } from './open-question.tsx'
import { EarlierQuestions } from './earlier-questions.tsx'
import { suggestionsFor } from './suggestions.ts'
import './question-panel.css'

const shown = [
  'question',
  'questions',
  'ballots',
  'steps',
  'position',
  'groups',
  'groupsMade',
  'wallPage',
  'endedAt',
] as const

/** What is asked about the sentences of the vision, while it is made. */
const ofVision = ['consent', 'critique'] as const

export type PanelView = Parts<(typeof shown)[number]> & Partial<Pick<SessionView, 'id'>>

export interface QuestionPanelProps {
  readonly view: PanelView
  readonly isBusy: boolean
  readonly onCommand: (command: ClientCommand) => void
}

/** What the room is asked: what the step suggests, how many answered, and what it came to. */
export const QuestionPanel = showing(shown, Asking)

function Asking({ view, isBusy, onCommand }: QuestionPanelProps): ReactElement {
  const [isTyping, setTyping] = useState(false)
  const now = view.questions?.find(
    ({ id, isOpen }) => isOpen || (id === view.question?.id && view.endedAt === undefined),
  )
  const others = view.questions?.filter((each) => each !== now) ?? []
  const mayAsk = now?.isOpen !== true && view.endedAt === undefined
  return (
    <section className="stip-asking" aria-labelledby="asking-title">
      <h2 id="asking-title" className="stip-panel-title">
        {nlAsking.title}
      </h2>
      {now === undefined ? (
        <p className="stip-muted">{nlAsking.hint}</p>
      ) : (
        <OpenQuestion view={view} question={now} isBusy={isBusy} onCommand={onCommand} />
      )}
      {mayAsk && isTyping && (
        <AskForm
          onAsk={(command) => {
            setTyping(false)
            onCommand(command)
          }}
          onCancel={() => setTyping(false)}
        />
      )}
      {mayAsk && !isTyping && (
        <div className="stip-asking__suggestions">
          {view.steps[view.position]?.kind === 'merge' &&
            ofVision.map((topic) => (
              <AskAbout
                key={topic}
                view={view}
                topic={topic}
                isBusy={isBusy}
                onCommand={onCommand}
              />
            ))}
          {suggestionsFor(view).map(({ text, command }) => (
            <Button key={text} isBusy={isBusy} onClick={() => onCommand(command)}>
              {text}
            </Button>
          ))}
          <Button kind="subtle" onClick={() => setTyping(true)}>
            {nlAsking.own}
          </Button>
        </div>
      )}
      {others.length > 0 && (
        <EarlierQuestions view={view} questions={others} onCommand={onCommand} />
      )}
    </section>
  )
}
