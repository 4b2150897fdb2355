import { type Answer, isAnswered } from './ask.ts'
import { newKey } from './keys.ts'

const prefix = 'stip:intent:'

interface Kept {
  readonly words: string
  readonly key: string
}

type Ask<Value> = (key: string) => Promise<Answer<Value>>

/**
 * Asks for what a form says, and carries it out once: it keeps its key until the server answered,
 * also when the page is loaded again or the button is pressed once more in between. A form that was
 * changed is something else, with a key of its own.
 *
 * @param kind - What is wanted one at a time: 'join', 'create-session'.
 * @param wanted - Everything that the person chose.
 */
export function askOnce<Value>(
  kind: string,
  wanted: unknown,
  ask: Ask<Value>,
): Promise<Answer<Value>> {
  const words = JSON.stringify(wanted)
  const key = keptKey(kind, words) ?? newKey()
  keep(kind, { words, key })
  return answerTo(kind, { words, key }, ask)
}

/**
 * The same for a button that may be pressed again on purpose ("one minute more"): each press is
 * something new, unless the answer to the same was lost.
 */
export function askPerPress<Value>(
  kind: string,
  wanted: unknown,
  ask: Ask<Value>,
): Promise<Answer<Value>> {
  const words = JSON.stringify(wanted)
  return answerTo(kind, { words, key: keptKey(kind, words) ?? newKey() }, ask)
}

/** The person saw that the answer was lost, and leaves it at that. */
export function dropIntent(kind: string): void {
  unstored.delete(kind)
  try {
    sessionStorage.removeItem(prefix + kind)
  } catch {
    // Storage is switched off: nothing was kept there.
  }
}

async function answerTo<Value>(kind: string, kept: Kept, ask: Ask<Value>): Promise<Answer<Value>> {
  const answer = await ask(kept.key)
  if (!isAnswered(answer)) keep(kind, kept)
  else if (recall(kind)?.key === kept.key) dropIntent(kind)
  return answer
}

/** Where storage is switched off or full, a key lives as long as the page. */
const unstored = new Map<string, Kept>()

function keptKey(kind: string, words: string): string | undefined {
  const kept = recall(kind)
  return kept?.words === words ? kept.key : undefined
}

function recall(kind: string): Kept | undefined {
  const known = unstored.get(kind)
  if (known !== undefined) return known
  try {
    const kept = JSON.parse(sessionStorage.getItem(prefix + kind) ?? 'null') as Kept | null
    return kept ?? undefined
  } catch {
    // Switched off, or somebody else wrote there.
    return undefined
  }
}

function keep(kind: string, kept: Kept): void {
  unstored.set(kind, kept)
  try {
    sessionStorage.setItem(prefix + kind, JSON.stringify(kept))
  } catch {
    // It lives as long as the page.
  }
}
