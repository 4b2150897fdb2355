import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'

/** Marks that turn the direction of the text around them; in a name they can garble a whole line. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Text of one line as a person meant it: no line breaks, no double spaces, none at the ends. */
export function tidy(text: string): string {
  return text
    .replace(directionMarks, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

/** A name that may be left out: tidied, and at most `limit` characters. */
export function optionalText(text: string, limit: number): Result<string, 'text-too-long'> {
  const line = tidy(text)
  return line.length > limit ? refuse('text-too-long') : ok(line)
}

/** A name that there must be: tidied, not empty, and at most `limit` characters. */
export function requiredText(
  text: string,
  limit: number,
): Result<string, 'text-too-long' | 'text-missing'> {
  const line = optionalText(text, limit)
  return line.ok && line.value === '' ? refuse('text-missing') : line
}
