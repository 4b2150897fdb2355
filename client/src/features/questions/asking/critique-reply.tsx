import { questionLimits } from '@stip/workshop'
import { type FormEvent, type ReactElement, useState } from 'react'
import { Button } from '../../../ui/controls/button.tsx'
import { TextField } from '../../../ui/controls/text-field.tsx'
import { nlAsking } from './nl-asking.ts'
import { nlQuestions } from '../nl-questions.ts'

interface CritiqueReplyProps {
  readonly text: string
  /** Undefined: nothing was said to it yet. */
  readonly reply: string | undefined
  /** '' lets it stand as it is; null takes the answer back. */
  readonly onReply: (answer: string | null) => void
}

/** What somebody would change is answered, or stays as it is. */
export function CritiqueReply({ text, reply, onReply }: CritiqueReplyProps): ReactElement {
  const [words, setWords] = useState('')
  if (reply !== undefined) {
    return (
      <p className="stip-said__reply">
        {reply === '' ? nlQuestions.stands : `${nlQuestions.reply}: ${reply}`}{' '}
        <Button size="small" kind="subtle" onClick={() => onReply(null)}>
          {nlAsking.takeBack}
        </Button>
      </p>
    )
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (words.trim() !== '') onReply(words.trim())
  }
  return (
    <form className="stip-asking__reply" onSubmit={submit}>
      <TextField
        label={nlAsking.replyTo(text)}
        hidesLabel
        placeholder={nlAsking.reply}
        maxLength={questionLimits.saidLength}
        value={words}
        onChange={setWords}
      />
      <Button type="submit" size="small" disabled={words.trim() === ''}>
        {nlAsking.sendReply}
      </Button>
      <Button
        size="small"
        kind="subtle"
        aria-label={nlAsking.keepOf(text)}
        onClick={() => onReply('')}
      >
        {nlAsking.keep}
      </Button>
    </form>
  )
}
