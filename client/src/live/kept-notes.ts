const prefix = 'stip:notes:'

/** Notes that somebody wrote on this device in a session, as text; they outlive the page. */
export function keptNotes(sessionId: string): {
  readonly recall: () => string | undefined
  /** @returns Whether it was kept: not in every private window. */
  readonly keep: (text: string) => boolean
} {
  const key = prefix + sessionId
  return {
    recall: () => {
      try {
        return localStorage.getItem(key) ?? undefined
      } catch {
        // Storage is switched off.
        return undefined
      }
    },
    keep: (text) => {
      try {
        localStorage.setItem(key, text)
        return true
      } catch {
        // Full, or switched off: then it lasts as long as the page.
        return false
      }
    },
  }
}
