import type { OutlineSection } from '../outline/outline.ts'
import type { StatementList } from './vision.ts'

/** Titles of zones in formats that did not say yet of which list their statements are. */
const byTitle: readonly (readonly [RegExp, StatementList])[] = [
  [/^onze (?:globale visie|conceptzinnen)$/iu, 'shared'],
  [/^dit bieden wij$/iu, 'offer'],
  [/^dit vragen wij$/iu, 'ask'],
  [/^hier verschillen we$/iu, 'difference'],
  [/^nog uitzoeken$/iu, 'open'],
]

/** Of which list what is said in a section are statements; undefined where cards lie. */
export function listOf(
  { kind, title, letter }: OutlineSection,
  zone: { readonly list?: StatementList | undefined } | undefined,
): StatementList | undefined {
  // A zone of one group holds its own work, whatever that is called.
  if (kind !== 'zone' || letter !== '' || zone === undefined) return undefined
  return zone.list ?? byTitle.find(([pattern]) => pattern.test(title.trim()))?.[1]
}
