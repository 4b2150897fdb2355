import { useSyncExternalStore } from 'react'
import { type Route, routeOf } from './route.ts'

const moved = new Set<() => void>()

/** Goes to an address of our own without loading the page again. */
export function navigate(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', path)
  else history.replaceState(null, '', path)
  for (const tell of moved) tell()
}

/** The screen this address stands for, now and after every move. */
export function useRoute(): Route {
  const path = useSyncExternalStore(listen, () => location.pathname)
  return routeOf(path)
}

function listen(tell: () => void): () => void {
  moved.add(tell)
  window.addEventListener('popstate', tell)
  return () => {
    moved.delete(tell)
    window.removeEventListener('popstate', tell)
  }
}
