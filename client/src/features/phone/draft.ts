const prefix = 'stip:draft:'

/** What is half typed on this phone: it outlives a step, a tab of the screen and a reload of the page. */
export function recallDraft(sessionId: string): string {
  try {
    return sessionStorage.getItem(prefix + sessionId) ?? ''
  } catch {
    // Storage is switched off: then it lasts as long as the screen.
    return ''
  }
}

export function keepDraft(sessionId: string, words: string): void {
  try {
    if (words === '') sessionStorage.removeItem(prefix + sessionId)
    else sessionStorage.setItem(prefix + sessionId, words)
  } catch {
    // As above.
  }
}
