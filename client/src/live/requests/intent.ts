import { type Answer, isAnswered } from './ask.ts'
import { newKey } from './keys.ts'

const prefix = 'stip:intent:'

/** What somebody wants, and its key. */
export interface Kept {
  readonly words: string
  readonly key: string
  /** Of a press: when, by a steady clock. */
  readonly at?: number
}

export type Ask<Value> = (key: string) => Promise<Answer<Value>>

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
  const key = keptFor(kind, words)?.key ?? newKey()
  keep(kind, { words, key })
  return answerTo(kind, { words, key }, ask)
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

/** Asks, and keeps what was asked for until there is an answer. */
export async function answerTo<Value>(
  kind: string,
  kept: Kept,
  ask: Ask<Value>,
): Promise<Answer<Value>> {
  const answer = await ask(kept.key)
  if (!isAnswered(answer)) keep(kind, kept)
  else if (recall(kind)?.key === kept.key) dropIntent(kind)
  return answer
}

/** Where storage is switched off or full, a key lives as long as the page. */
const unstored = new Map<string, Kept>()

/** What is kept of the same, that has no answer yet. */
export function keptFor(kind: string, words: string): Kept | undefined {
  const kept = recall(kind)
  return kept?.words === words ? kept : undefined
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

/** Keeps it as long as the page, and over a page that is loaded again. */
export function keep(kind: string, kept: Kept): void {
  unstored.set(kind, kept)
  try {
    sessionStorage.setItem(prefix + kind, JSON.stringify(kept))
  } catch {
    // It lives as long as the page.
  }
}
