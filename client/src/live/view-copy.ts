import type { Role, SessionView } from '@stip/api'

const prefix = 'stip:view:'

/**
 * The last that this device saw of a session, so that a page that is loaded again without a
 * connection knows where its person was. Only for participants: the view of a facilitator holds
 * names of others, and the join code.
 */
export interface ViewCopy {
  keep(view: SessionView): void
  recall(): SessionView | undefined
}

/** The copy of one session's view for one role. */
export function viewCopy(sessionId: string, role: Role): ViewCopy {
  const key = `${prefix}${sessionId}`
  return {
    keep: (view) => {
      if (role !== 'participant') return
      try {
        localStorage.setItem(key, JSON.stringify(view))
      } catch {
        // Storage is full or switched off: then there is no copy.
      }
    },
    recall: () => {
      if (role !== 'participant') return undefined
      try {
        const view = JSON.parse(localStorage.getItem(key) ?? 'null') as SessionView | null
        return view?.id === sessionId ? view : undefined
      } catch {
        // Cut short, or written by somebody else.
        return undefined
      }
    },
  }
}

/** Removes every copy from this device, for when somebody else takes it over. */
export function forgetViews(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix)) localStorage.removeItem(key)
  }
}
