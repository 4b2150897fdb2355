/** Behind the address of a participant: that they scanned the way to their notes. */
const HASH = '#mijn-briefjes'

/** Whether this page was opened to see what became of one's notes. */
export function isNotesAddress(): boolean {
  return location.hash === HASH
}

/** It was seen: a reload does not open it again. */
export function forgetNotesAddress(): void {
  if (isNotesAddress()) history.replaceState(history.state, '', location.pathname)
}
