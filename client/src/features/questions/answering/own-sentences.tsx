import { questionLimits } from '@stip/workshop'
import { type FormEvent, type ReactElement, useId, useState } from 'react'
import { Button } from '../../../ui/controls/button.tsx'
import { nlAnswering } from './nl-answering.ts'
import { nlQuestions } from '../nl-questions.ts'

interface OwnSentencesProps {
  readonly sentences: readonly string[]
  readonly most: number
  readonly onChange: (sentences: string[]) => void
}

/** Ander geluid: sentences of who cannot live with a statement, to stand beside it. */
export function OwnSentences({ sentences, most, onChange }: OwnSentencesProps): ReactElement {
  const id = useId()
  const [words, setWords] = useState('')
  const add = (event: FormEvent): void => {
    event.preventDefault()
    const sentence = words.trim()
    if (sentence === '') return
    setWords('')
    onChange([...sentences, sentence])
  }
  return (
    <section className="stip-own" aria-label={nlQuestions.ownTitle}>
      <h3 className="stip-own__title">{nlQuestions.ownTitle}</h3>
      <p className="stip-muted">{nlAnswering.ownIntro}</p>
      {sentences.length > 0 && (
        <ul className="stip-own__sentences">
          {sentences.map((sentence) => (
            <li key={sentence}>
              <bdi>{sentence}</bdi>
              <Button
                size="small"
                kind="subtle"
                aria-label={nlAnswering.ownRemove(sentence)}
                onClick={() => onChange(sentences.filter((each) => each !== sentence))}
              >
                {nlAnswering.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {sentences.length < most && (
        <form className="stip-reason" onSubmit={add}>
          <label htmlFor={id}>{nlAnswering.ownLabel}</label>
          <textarea
            id={id}
            dir="auto"
            rows={2}
            className="utrecht-textbox stip-field__input stip-reason__field"
            maxLength={questionLimits.saidLength}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          {words.trim() !== '' && <Button type="submit">{nlAnswering.ownAdd}</Button>}
        </form>
      )}
    </section>
  )
}
