/**
 * Does work when the page may be gone in a moment: it is closed or loaded again, or a phone shows
 * something else. Until the returned function is called.
 */
export function onLeave(work: () => void): () => void {
  const look = (): void => {
    if (document.visibilityState === 'hidden') work()
  }
  addEventListener('pagehide', work)
  document.addEventListener('visibilitychange', look)
  return () => {
    removeEventListener('pagehide', work)
    document.removeEventListener('visibilitychange', look)
  }
}
