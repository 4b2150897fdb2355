import type { SessionView } from '@stip/api'
import { itemsFor } from '@stip/workshop'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import { type ReactElement, useState } from 'react'
import { Button } from '../../../ui/controls/button.tsx'
import { AnswerItem } from './answer-item.tsx'
import { nlAnswering } from './nl-answering.ts'
import { nlQuestions } from '../nl-questions.ts'
import { Results } from '../results.tsx'
import { unsentWords, useOwnBallot } from './use-own-ballot.ts'
import './room-question.css'
import { type Asked, dotsLeft, letterAskedAbout, titleOf, totalsNow } from '../question-words.ts'
import { WhoseBallotChoice } from './whose-ballot.tsx'

interface RoomQuestionProps {
  readonly view: SessionView
}

/** The question that the room is asked now, over what one works on; it can be made small. */
export function RoomQuestion({ view }: RoomQuestionProps): ReactElement | null {
  const [isSmall, setSmall] = useState(false)
  const { question } = view
  if (question === undefined) return null
  const title = titleOf(question)
  if (isSmall) {
    return (
      <section className="stip-question stip-question--small" aria-label={nlAnswering.region}>
        <p className="stip-question__small-title" dir="auto">
          {title}
        </p>
        <Button size="small" kind="primary" onClick={() => setSmall(false)}>
          {question.isOpen ? nlAnswering.open : nlAnswering.look}
        </Button>
      </section>
    )
  }
  return (
    <section className="stip-question" aria-label={nlAnswering.region}>
      <header className="stip-question__head">
        <h2 className="stip-question__title" dir="auto">
          {title}
        </h2>
        <Button
          size="small"
          kind="subtle"
          icon={<IconChevronDown size={18} aria-hidden="true" />}
          onClick={() => setSmall(true)}
        >
          {nlAnswering.later}
        </Button>
      </header>
      <div className="stip-question__body">
        {question.isOpen ? (
          <Answering view={view} question={question} />
        ) : (
          <p className="stip-muted">
            {nlAnswering.closed} {question.totals === undefined && nlAnswering.waitsForReveal}
          </p>
        )}
        {!question.isOpen && <Unsent words={unsentWords(view.id, question.id)} />}
        {!question.isOpen && question.totals !== undefined && (
          <Results question={question} totals={question.totals} groups={view.groups} />
        )}
      </div>
    </section>
  )
}

interface AnsweringProps {
  readonly view: SessionView
  readonly question: Asked
}

function Answering({ view, question }: AnsweringProps): ReactElement {
  const [forWhom, setForWhom] = useState<string | undefined>()
  const others = view.writesFor
  // Who is relieved answers for nobody any more.
  const whose = others?.some(({ id }) => id === forWhom) === true ? forWhom : undefined
  return (
    <>
      {others !== undefined && (
        <WhoseBallotChoice people={others} chosen={whose} onChoose={setForWhom} />
      )}
      <Ballot key={whose ?? ''} view={view} question={question} whose={whose} />
    </>
  )
}

function Ballot({
  view,
  question,
  whose,
}: AnsweringProps & { readonly whose: string | undefined }): ReactElement {
  const { own, moment } = useOwnBallot({
    sessionId: view.id,
    questionId: question.id,
    for: whose,
  })
  const { ballot, state, problem } = moment
  const items = itemsFor(question, view.me.person?.groupId)
  const totals = totalsNow(view, question)
  if (items.length === 0) return <p>{nlAnswering.nothingForYou}</p>
  const letter = letterAskedAbout(question, view.groups)
  return (
    <>
      {letter !== undefined && <p>{nlQuestions.saidBy(letter)}</p>}
      <output className={`stip-question__state stip-question__state--${state}`}>
        {state === 'saved' && ballot.answers.length < items.length && question.kind !== 'dots'
          ? nlAnswering.partly(ballot.answers.length, items.length)
          : state === 'none'
            ? nothingGiven(question)
            : nlAnswering.states[state]}
      </output>
      {problem !== undefined && (
        <p role="alert" className="stip-question__problem">
          {problem.message}
        </p>
      )}
      {question.kind === 'dots' && (
        <p className="stip-question__dots">{nlQuestions.dots(dotsLeft(question, ballot))}</p>
      )}
      {question.kind === 'five-points' && <p className="stip-muted">{nlQuestions.scale}</p>}
      <ol className="stip-question__items">
        {items.map((item) => (
          <li key={item.id}>
            <AnswerItem
              question={question}
              item={item}
              given={ballot.answers.find((each) => each.item === item.id)}
              dotsLeft={dotsLeft(question, ballot)}
              unsent={own.unsent}
              onAnswer={(given) => own.answer(item.id, given)}
            />
            {totals !== undefined && (
              <Results
                question={{ ...question, items: [item] }}
                totals={totals}
                groups={view.groups}
                hidesText
                also={{ said: ballot.also ?? [], onSay: (id, on) => own.say(id, on) }}
                own={ballot}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** What somebody typed while the question was closed: theirs to keep, or to say aloud. */
function Unsent({ words }: { readonly words: readonly string[] }): ReactElement | null {
  if (words.length === 0) return null
  return (
    <div className="stip-question__unsent">
      <p>{nlAnswering.unsent}</p>
      {words.map((each) => (
        <blockquote key={each} dir="auto">
          {each}
        </blockquote>
      ))}
    </div>
  )
}

/** What to do, for who did nothing yet. */
function nothingGiven({ kind }: Asked): string {
  if (kind === 'dots') return nlAnswering.noStickers
  return kind === 'words' ? nlAnswering.noWords : nlAnswering.states.none
}
