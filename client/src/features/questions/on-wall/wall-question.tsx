import type { SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { LogoMark } from '../../../ui/marks/logo.tsx'
import { nlQuestions } from '../nl-questions.ts'
import { isItsOwnTitle, letterAskedAbout, titleOf, totalsNow } from '../question-words.ts'
import { Results } from '../results.tsx'
import { wallPagesOf } from './wall-pages.ts'
import './wall-question.css'

/** What the room is asked, how many answered, and once that is revealed what it came to. */
export function WallQuestion({ view }: { readonly view: SessionView }): ReactElement | null {
  const { question, ballots, groups } = view
  if (question === undefined) return null
  const totals = totalsNow(view, question)
  const pages = wallPagesOf(question, totals !== undefined)
  const place = Math.min(view.wallPage, pages.length - 1)
  const items = pages[place] ?? []
  const counted = totals ?? (question.isOpen ? ballots : undefined)
  const letter = letterAskedAbout(question, groups)
  const isAlone = isItsOwnTitle(question)
  return (
    <div className="stip-wall-question">
      <p className="stip-wall-question__place">
        <LogoMark />
        <span>{letter === undefined ? nlQuestions.forEverybody : nlQuestions.saidBy(letter)}</span>
        {pages.length > 1 && (
          <span className="stip-wall-question__page">
            {nlQuestions.page(place + 1, pages.length)}
          </span>
        )}
      </p>
      <h1 className="stip-wall-question__title">{titleOf(question)}</h1>
      {totals === undefined ? (
        !isAlone && (
          <ol className="stip-wall-question__items">
            {items.map(({ id, text }) => (
              <li key={id} dir="auto">
                {text}
              </li>
            ))}
          </ol>
        )
      ) : (
        <div
          className={`stip-wall-question__results stip-wall-question__results--${Math.min(items.length, 3)} stip-wall-question__results--${question.kind}`}
        >
          <Results
            question={isAlone ? question : { ...question, items: [...items] }}
            totals={totals}
            groups={groups}
            words={items.length > 1 ? 'none' : 'own'}
          />
        </div>
      )}
      <output className="stip-wall-question__answered">
        {counted !== undefined && nlQuestions.answered(counted.answered, counted.asked)}
      </output>
    </div>
  )
}
