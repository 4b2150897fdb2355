import type { Role, SessionView } from '@stip/api'

const prefix = 'stip:view:'

/**
 * The last that this device saw of a session, so that a page that is loaded again without a
 * connection knows where its person was. A participant finds it on this device at any time. The
 * other screens only as long as their tab is open: the view of a facilitator holds names of
 * others, and the join code.
 */
export interface ViewCopy {
  /** @param offsetMs - As in `FeedState`, for a countdown without a connection. */
  keep(view: SessionView, offsetMs: number): void
  recall(): KeptView | undefined
  /** Who may not look any more keeps nothing. */
  forget(): void
}

export interface KeptView {
  readonly view: SessionView
  readonly offsetMs: number
}

/** The copy of one session's view for one role. */
export function viewCopy(sessionId: string, role: Role): ViewCopy {
  const key = role === 'participant' ? `${prefix}${sessionId}` : `${prefix}${sessionId}.${role}`
  // Asked for each time: where storage is switched off, even naming it throws.
  const storage = (): Storage => (role === 'participant' ? localStorage : sessionStorage)
  return {
    keep: (view, offsetMs) => {
      try {
        storage().setItem(key, JSON.stringify({ view, offsetMs }))
      } catch {
        // Storage is full or switched off: then there is no copy.
      }
    },
    recall: () => {
      try {
        const kept = JSON.parse(storage().getItem(key) ?? 'null') as KeptView | null
        return kept?.view?.id === sessionId ? kept : undefined
      } catch {
        // Cut short, or written by somebody else.
        return undefined
      }
    },
    forget: () => {
      try {
        storage().removeItem(key)
      } catch {
        // Storage is switched off: there is no copy.
      }
    },
  }
}

/** Removes every copy from this device, and what was written on it, for when somebody else takes it over. */
export function forgetViews(): void {
  for (const key of Object.keys(localStorage)) {
    if (/^stip:(?:view|notes):/.test(key)) localStorage.removeItem(key)
  }
}
