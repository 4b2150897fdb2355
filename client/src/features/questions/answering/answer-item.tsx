import type { Ballot } from '@stip/api'
import { questionLimits, valuesOf } from '@stip/workshop'
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { type ReactElement, useId, useState } from 'react'
import { Button } from '../../../ui/controls/button.tsx'
import { nlAnswering } from './nl-answering.ts'
import { nlQuestions } from '../nl-questions.ts'
import { OwnSentences } from './own-sentences.tsx'
import { type Asked, isItsOwnTitle, valueName } from '../question-words.ts'
import { ReasonForm } from './reason-form.tsx'

type Given = Ballot['answers'][number]

interface AnswerItemProps {
  readonly question: Asked
  readonly item: Asked['items'][number]
  readonly given: Given | undefined
  readonly dotsLeft: number
  /** What is typed and not sent: see {@link OwnBallot.unsent}. */
  readonly unsent: Map<string, string>
  /** Undefined takes the answer back. */
  readonly onAnswer: (given: Given | undefined) => void
}

/** One thing that is asked about, with the answers to choose from. */
export function AnswerItem(props: AnswerItemProps): ReactElement {
  const { question, item } = props
  return (
    <fieldset className="stip-answer">
      <legend dir="auto" className={isItsOwnTitle(question) ? 'stip-hidden' : 'stip-answer__text'}>
        {item.text}
      </legend>
      <Answers {...props} />
    </fieldset>
  )
}

function Answers(props: AnswerItemProps): ReactElement {
  switch (props.question.kind) {
    case 'dots':
      return <Dots {...props} />
    case 'words':
      return <Words {...props} />
    default:
      return <Choices {...props} />
  }
}

function Choices({ question, item, given, unsent, onAnswer }: AnswerItemProps): ReactElement {
  // Chosen, and not an answer yet: why is still to be written.
  const [chosen, setChosen] = useState(() =>
    valuesOf[question.kind].find((each) => unsent.has(`${item.id} ${each}`)),
  )
  const value = chosen ?? (typeof given?.value === 'string' ? given.value : undefined)
  const name = useId()
  const wantsReason = (each: string): boolean => question.kind === 'consent' && each !== 'yes'
  const choose = (each: string): void => {
    for (const other of valuesOf[question.kind]) unsent.delete(`${item.id} ${other}`)
    if (wantsReason(each) && each !== given?.value) {
      setChosen(each)
      return
    }
    setChosen(undefined)
    if (each !== given?.value) onAnswer({ item: item.id, value: each })
  }
  const isNumbers = question.kind === 'five-points'
  return (
    <>
      <div className={`stip-answer__choices${isNumbers ? ' stip-answer__choices--numbers' : ''}`}>
        {valuesOf[question.kind].map((each) => (
          <label
            key={each}
            className={`stip-answer__choice stip-answer__choice--${each}${value === each ? ' stip-answer__choice--chosen' : ''}`}
          >
            <input
              type="radio"
              name={name}
              checked={value === each}
              onChange={() => choose(each)}
            />
            <span>{valueName(each)}</span>
          </label>
        ))}
      </div>
      {value !== undefined && wantsReason(value) && (
        <ReasonForm
          key={value}
          label={nlAnswering.why}
          hint={chosen === undefined ? undefined : nlAnswering.needsWhy}
          sent={given?.value === value ? given.reason : undefined}
          unsent={unsent}
          about={`${item.id} ${value}`}
          onSend={(reason) => {
            setChosen(undefined)
            onAnswer({ ...(given?.value === value && given), item: item.id, value, reason })
          }}
        />
      )}
      {given?.value === 'no-because' && chosen === undefined && (
        <OwnSentences
          sentences={given.own ?? []}
          most={questionLimits.own}
          onChange={(own) => onAnswer({ ...given, own })}
        />
      )}
    </>
  )
}

function Words({ item, given, unsent, onAnswer }: AnswerItemProps): ReactElement {
  return (
    <ReasonForm
      label={nlAnswering.change}
      hint={undefined}
      sent={given?.reason}
      unsent={unsent}
      about={item.id}
      onSend={(reason) => onAnswer(reason.trim() === '' ? undefined : { item: item.id, reason })}
    />
  )
}

function Dots({ item, given, dotsLeft, onAnswer }: AnswerItemProps): ReactElement {
  const count = typeof given?.value === 'number' ? given.value : 0
  const place = (value: number): void =>
    onAnswer(value === 0 ? undefined : { item: item.id, value })
  return (
    <div className="stip-answer__dots">
      <Button
        disabled={count === 0}
        aria-label={nlQuestions.fewer(item.text)}
        onClick={() => place(count - 1)}
      >
        <IconMinus size={22} aria-hidden="true" />
      </Button>
      <output className="stip-answer__count">{nlQuestions.dotsOn(count)}</output>
      <Button
        disabled={dotsLeft <= 0}
        aria-label={nlQuestions.more(item.text)}
        onClick={() => place(count + 1)}
      >
        <IconPlus size={22} aria-hidden="true" />
      </Button>
    </div>
  )
}
