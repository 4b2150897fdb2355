import { ok, refuse, visibleText } from '@stip/primitives'
import type { Result } from '@stip/primitives'

/** A name that may be left out: as it is seen, and at most `limit` characters. */
export function optionalText(text: string, limit: number): Result<string, 'text-too-long'> {
  const line = visibleText(text)
  return line.length > limit ? refuse('text-too-long') : ok(line)
}

/** A name that there must be: as it is seen, not empty, and at most `limit` characters. */
export function requiredText(
  text: string,
  limit: number,
): Result<string, 'text-too-long' | 'text-missing'> {
  const line = optionalText(text, limit)
  return line.ok && line.value === '' ? refuse('text-missing') : line
}
