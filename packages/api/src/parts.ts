import type { AgendaTexts, PartsMessage, SessionParts } from './feed.ts'
import type { SessionView } from './session.ts'

// Without zod: screens use it too.

/** What a screen has of a session. */
export interface KnownParts {
  readonly key: string
  readonly revision: number
  readonly sessionRevision: number
  readonly now: number
  readonly parts: SessionParts
}

/**
 * What a screen has once it was told this too. What did not change stays the same object. Undefined
 * when the message goes on from something that the screen does not have.
 */
export function withMessage(
  known: KnownParts | undefined,
  { set = {}, items = {}, ...numbers }: PartsMessage,
): KnownParts | undefined {
  if (known === undefined && numbers.key === undefined) return undefined
  const parts: Record<string, unknown> = numbers.key === undefined ? { ...known?.parts } : {}
  for (const name in set) parts[name] = (set as typeof parts)[name] ?? undefined
  for (const [name, news] of Object.entries(items)) {
    const all = new Map((parts[name] as { id: string }[]).map((item) => [item.id, item]))
    for (const item of news ?? []) {
      if (typeof item === 'string') all.delete(item)
      else all.set(item.id, item)
    }
    parts[name] = [...all.values()]
  }
  return { ...known, ...numbers, parts } as unknown as KnownParts
}

/** Everything that a screen has, put together. */
export function viewOfParts(
  { revision, sessionRevision, now, parts: { agenda: _agenda, zones, ...parts } }: KnownParts,
  { steps, ...texts }: AgendaTexts,
): SessionView {
  const withZones = steps.map((step) => ({
    ...step,
    zones: zones.find((each) => each.id === step.id)?.zones ?? [],
  }))
  return { ...parts, ...texts, revision, sessionRevision, now, steps: withZones }
}
