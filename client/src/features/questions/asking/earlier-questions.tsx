import { type ReactElement, useState } from 'react'
import { Button } from '../../../ui/controls/button.tsx'
import { nlAsking } from './nl-asking.ts'
import { nlQuestions } from '../nl-questions.ts'
import type { QuestionPanelProps } from './question-panel.tsx'
import { type Asked, letterAskedAbout, titleOf } from '../question-words.ts'

interface EarlierQuestionsProps extends Pick<QuestionPanelProps, 'view' | 'onCommand'> {
  readonly questions: readonly Asked[]
}

/** What was asked before, the last first; what came of it can be shown again. */
export function EarlierQuestions(props: EarlierQuestionsProps): ReactElement {
  const { view, questions, onCommand } = props
  const [isOpen, setOpen] = useState(false)
  const mayShow = view.question?.isOpen !== true && view.endedAt === undefined
  return (
    <section className="stip-asking__earlier">
      <Button size="small" kind="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {nlAsking.earlier(questions.length)}
      </Button>
      {isOpen && (
        <ul>
          {questions.toReversed().map((question) => (
            <li key={question.id}>
              <span>
                {titleOf(question)}
                {nameOfGroup(question, view)}
                {question.totals !== undefined && (
                  <span className="stip-muted">
                    {' '}
                    · {nlQuestions.answered(question.totals.answered, question.totals.asked)}
                  </span>
                )}
              </span>
              {mayShow && (
                <Button
                  size="small"
                  onClick={() =>
                    onCommand({ type: 'show-question', questionId: question.id, on: true })
                  }
                >
                  {nlAsking.show}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function nameOfGroup(question: Asked, { groups }: EarlierQuestionsProps['view']): string {
  const letter = letterAskedAbout(question, groups)
  return letter === undefined ? '' : nlAsking.ofGroup(letter)
}
