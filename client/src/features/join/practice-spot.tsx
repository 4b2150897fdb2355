import { type ReactElement, useState } from 'react'
import { nl } from '../../texts/nl.ts'
import { Button } from '../../ui/controls/button.tsx'
import { TextField } from '../../ui/controls/text-field.tsx'
import { usePen } from './use-pen.ts'

/** A bit of paper to try on. What happens here is seen by nobody and kept nowhere. */
export function PracticeSpot(): ReactElement {
  const [word, setWord] = useState('')
  const [isEmpty, setIsEmpty] = useState(true)
  const { paper, clear } = usePen(() => setIsEmpty(false))
  return (
    <section className="stip-practice" aria-labelledby="practice-title">
      <div>
        <h2 id="practice-title" className="nl-heading nl-heading--level-4">
          {nl.waiting.practice}
        </h2>
        <p className="stip-muted">{nl.waiting.practiceHint}</p>
      </div>
      <div className="stip-practice__paper">
        <canvas ref={paper}>{nl.waiting.practiceSpot}</canvas>
        {isEmpty && word === '' && (
          <span className="stip-practice__hint">{nl.waiting.practiceEmpty}</span>
        )}
        {word !== '' && <span className="stip-practice__word">{word}</span>}
      </div>
      <div className="stip-practice__row">
        <TextField
          label={nl.waiting.practiceWord}
          value={word}
          maxLength={24}
          autoComplete="off"
          onChange={setWord}
        />
        <Button
          disabled={isEmpty && word === ''}
          onClick={() => {
            clear()
            setWord('')
            setIsEmpty(true)
          }}
        >
          {nl.waiting.practiceClear}
        </Button>
      </div>
    </section>
  )
}
