import { wordsOn } from '@stip/board'
import type { ReactElement } from 'react'
import { nlHistory } from '../../texts/console/nl-history.ts'
import type { RecordThen } from './use-board-now.ts'

/** How much there was, in words. */
export function countedWords(records: readonly RecordThen[]): string {
  const made = madeOf(records)
  const notes = made.filter(({ record }) => record.type === 'note').length
  const texts = nlHistory.moments
  return made.length === 0 ? texts.empty : texts.counted(notes, made.length - notes)
}

/** What was written then, for who reads better than they look. */
export function MomentInWords({
  records,
}: {
  readonly records: readonly RecordThen[]
}): ReactElement | null {
  const words = madeOf(records)
    .map(({ record }) => ({ id: record.id, words: wordsOn(record).trim() }))
    .filter(({ words }) => words !== '')
    .toSorted((one, other) => one.words.localeCompare(other.words, 'nl'))
  if (words.length === 0) return null
  return (
    <details className="stip-history__words">
      <summary>{nlHistory.moments.inWords}</summary>
      <ul>
        {words.map(({ id, words }) => (
          <li key={id} dir="auto">
            {words}
          </li>
        ))}
      </ul>
    </details>
  )
}

function madeOf(records: readonly RecordThen[]): readonly RecordThen[] {
  return records.filter(
    ({ record, isGone, isTemplate }) =>
      !isGone && !isTemplate && record.typeName === 'shape' && record.type !== 'group',
  )
}
