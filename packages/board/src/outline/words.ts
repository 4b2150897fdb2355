import { plainTextOf } from '../plain-text.ts'
import type { BoardRecord } from '../record.ts'

/** The words that stand on a record, or that say what a picture shows. */
export function wordsOn({ type, props }: BoardRecord): string {
  if (props['richText'] !== undefined) return plainTextOf(props['richText'])
  const words = { arrow: props['text'], frame: props['name'], image: props['altText'] }[type]
  return typeof words === 'string' ? words : ''
}
