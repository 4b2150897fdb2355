import type { Answer } from './ask.ts'
import { type Ask, answerTo, keep, keptFor } from './intent.ts'
import { newKey } from './keys.ts'
import { steadyNow } from '../clock/steady-clock.ts'

/** After so long the same button means something new, in milliseconds. */
const sameMs = 120_000

/** Keys of presses that this page waits for an answer to. */
const underWay = new Set<string>()

/**
 * The same as `askOnce` for a button that may be pressed again on purpose ("one minute more"): each press
 * is something new, unless the answer to the same was lost just now.
 */
export async function askPerPress<Value>(
  kind: string,
  wanted: unknown,
  ask: Ask<Value>,
): Promise<Answer<Value>> {
  const words = JSON.stringify(wanted)
  const at = steadyNow()
  const lost = keptFor(kind, words)
  const isSame = lost !== undefined && !underWay.has(lost.key) && at - (lost.at ?? 0) < sameMs
  const key = isSame ? lost.key : newKey()
  underWay.add(key)
  // At once: a page that is loaded again in between asks for the same.
  keep(kind, { words, key, at })
  const answer = await answerTo(kind, { words, key, at }, ask)
  underWay.delete(key)
  return answer
}
