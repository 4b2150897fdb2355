import { changesTo } from './changes.ts'
import { field, saidByMakers } from './fields.ts'
import type { FieldChanges, MakerAnswer, VisionFields } from './state.ts'

/** What makers of cards said of a statement, without which cards these are. */
export interface Verified {
  readonly statement: string
  readonly right: number
  /** What each of them would say, in an order that tells nothing. */
  readonly different: readonly string[]
  readonly takeAway: number
}

const RIGHT = 'right'
const DIFFERENT = 'different '

/** What an answer changes: it replaces the one before, and with "haal weg" the card is no source any more. */
export function verifiedAs(
  fields: VisionFields,
  said: {
    readonly statement: string
    readonly card: string
    readonly answer: MakerAnswer
    readonly text: string
  },
): FieldChanges {
  const { statement, card, answer, text } = said
  const isOut = answer === 'take-away'
  const value = answer === 'right' ? RIGHT : `${DIFFERENT}${text}`
  return changesTo(
    fields,
    new Map([
      [field.verified(statement, card), isOut ? null : value],
      [field.takenOut(statement, card), isOut ? '' : null],
    ]),
  )
}

/** What the maker of a card said of a statement; undefined when they did not. */
export function makerAnswerOf(
  fields: VisionFields,
  { statement, card }: { readonly statement: string; readonly card: string },
): { readonly answer: MakerAnswer; readonly text: string } | undefined {
  if (fields[field.takenOut(statement, card)] !== undefined) {
    return { answer: 'take-away', text: '' }
  }
  const value = fields[field.verified(statement, card)]
  if (value === undefined) return undefined
  return value === RIGHT
    ? { answer: 'right', text: '' }
    : { answer: 'different', text: value.slice(DIFFERENT.length) }
}

/** What the makers of cards said, added up for each statement. */
export function verifiedOf(fields: VisionFields): readonly Verified[] {
  const byStatement = Map.groupBy(saidByMakers(fields), ({ statement }) => statement)
  return [...byStatement].map(([statement, said]) => {
    const values = said.flatMap(({ isOut, value }) => (isOut ? [] : [value]))
    return {
      statement,
      right: values.filter((value) => value === RIGHT).length,
      different: values
        .flatMap((value) => (value === RIGHT ? [] : [value.slice(DIFFERENT.length)]))
        .toSorted(),
      takeAway: said.length - values.length,
    }
  })
}
