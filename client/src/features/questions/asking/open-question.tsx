import type { ReactElement } from 'react'
import { Button } from '../../../ui/controls/button.tsx'
import { CritiqueReply } from './critique-reply.tsx'
import { nlAsking } from './nl-asking.ts'
import { nlQuestions } from '../nl-questions.ts'
import {
  type Asked,
  isItsOwnTitle,
  letterAskedAbout,
  titleOf,
  totalsNow,
} from '../question-words.ts'
import type { QuestionPanelProps } from './question-panel.tsx'
import { Results } from '../results.tsx'
import { wallPagesOf } from '../on-wall/wall-pages.ts'

interface OpenQuestionProps extends QuestionPanelProps {
  readonly question: Asked
}

/** The question that is on the screens: how many answered, and the next thing to do with it. */
export function OpenQuestion(props: OpenQuestionProps): ReactElement {
  const { view, question, isBusy, onCommand } = props
  const { id: questionId, isOpen, isRevealed } = question
  const totals = totalsNow(view, question)
  const answered = totals ?? (isOpen ? view.ballots : undefined)
  const letter = letterAskedAbout(question, view.groups)
  const isAlone = isItsOwnTitle(question)
  return (
    <>
      <p className="stip-asking__question">
        {titleOf(question)}
        {letter !== undefined && nlAsking.ofGroup(letter)}
        {!isAlone && (
          <span className="stip-muted">
            {' '}
            ·{' '}
            {question.topic === 'recognition'
              ? nlAsking.aboutPoints(question.items.length)
              : nlAsking.about(question.items.length)}
          </span>
        )}
      </p>
      {answered !== undefined && (
        <output className="stip-asking__answered">
          {nlQuestions.answered(answered.answered, answered.asked)}
        </output>
      )}
      {!isRevealed && (
        <p className="stip-muted">{isOpen ? nlAsking.hidden : nlAsking.closedHidden}</p>
      )}
      <div className="stip-row">
        {!isRevealed && (
          <Button
            kind="primary"
            isBusy={isBusy}
            onClick={() => onCommand({ type: 'reveal-answers', questionId })}
          >
            {nlAsking.reveal}
          </Button>
        )}
        {isOpen && (
          <Button
            kind={isRevealed ? 'primary' : 'secondary'}
            isBusy={isBusy}
            onClick={() => onCommand({ type: 'close-question', questionId })}
          >
            {nlAsking.close}
          </Button>
        )}
        {isRevealed && isOpen && (
          <Button
            kind="subtle"
            isBusy={isBusy}
            onClick={() => onCommand({ type: 'hide-answers', questionId })}
          >
            {nlAsking.hide}
          </Button>
        )}
        {!isOpen && (
          <Button
            isBusy={isBusy}
            onClick={() => onCommand({ type: 'show-question', questionId, on: false })}
          >
            {nlAsking.takeOff}
          </Button>
        )}
        {question.canReopen === true && (
          <Button
            kind="subtle"
            isBusy={isBusy}
            onClick={() => onCommand({ type: 'reopen-question', questionId })}
          >
            {nlAsking.reopen}
          </Button>
        )}
        <WallPages {...props} hasResults={totals !== undefined} />
      </div>
      {totals !== undefined && (
        <Results
          question={question}
          totals={totals}
          groups={view.groups}
          {...(!isOpen &&
            question.topic === 'critique' && {
              renderReply: (said) => (
                <CritiqueReply
                  key={said.id}
                  text={said.text}
                  reply={question.replies?.[said.id]}
                  onReply={(answer) =>
                    onCommand({ type: 'answer-critique', critique: said.id, answer })
                  }
                />
              ),
            })}
        />
      )}
    </>
  )
}

/** Where the wall needs more than one page for what is asked. */
function WallPages({
  view,
  question,
  hasResults,
  onCommand,
}: OpenQuestionProps & { readonly hasResults: boolean }): ReactElement | null {
  const count = wallPagesOf(question, hasResults).length
  if (count < 2) return null
  const page = Math.min(view.wallPage, count - 1)
  const turn = (to: number): void => onCommand({ type: 'turn-wall-page', page: to })
  return (
    <span className="stip-asking__pages">
      <Button
        size="small"
        title={nlAsking.previousPage}
        aria-label={nlAsking.previousPage}
        disabled={page === 0}
        onClick={() => turn(page - 1)}
      >
        ‹
      </Button>
      <span>{nlQuestions.page(page + 1, count)}</span>
      <Button
        size="small"
        title={nlAsking.nextPage}
        aria-label={nlAsking.nextPage}
        disabled={page === count - 1}
        onClick={() => turn(page + 1)}
      >
        ›
      </Button>
    </span>
  )
}
