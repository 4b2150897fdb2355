import type { Role } from '@stip/api'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { api, feedUrl } from '../api/api.ts'
import { viewCopy } from './view-copy.ts'
import { steadyNow } from '../clock/steady-clock.ts'
import { type FeedState, SessionFeed, type FeedWorld } from './feed.ts'

/**
 * The session as this screen may see it, kept up to date while the screen is there.
 *
 * @param isAllowed - False while the secret of a link is still being handed in.
 */
export function useSessionFeed(
  sessionId: string,
  role: Role,
  isAllowed: boolean,
): { readonly state: FeedState; readonly refresh: () => void } {
  const feed = useMemo(() => new SessionFeed(browserWorld(sessionId, role)), [sessionId, role])
  useEffect(() => {
    if (!isAllowed) return undefined
    feed.start()
    const comeBack = () => void feed.refresh()
    // A device that slept may have stopped its steady clock; the server knows how late it is.
    const wakeUp = () => {
      if (document.visibilityState === 'visible') comeBack()
    }
    window.addEventListener('online', comeBack)
    document.addEventListener('visibilitychange', wakeUp)
    return () => {
      window.removeEventListener('online', comeBack)
      document.removeEventListener('visibilitychange', wakeUp)
      feed.stop()
    }
  }, [feed, isAllowed])
  const subscribe = useMemo(() => (listener: () => void) => feed.subscribe(listener), [feed])
  const state = useSyncExternalStore(subscribe, () => feed.state)
  return { state, refresh: () => void feed.refresh() }
}

function browserWorld(sessionId: string, role: Role): FeedWorld {
  return {
    copy: viewCopy(sessionId, role),
    look: (has) => api.parts(sessionId, role, has),
    texts: (hash) => api.agenda(sessionId, role, hash),
    open({ onMessage, onClose }, has) {
      const socket = new WebSocket(feedUrl(sessionId, role, has))
      socket.addEventListener('message', (event) => onMessage(String(event.data)))
      socket.addEventListener('close', (event) => onClose(event.code))
      return { close: () => socket.close() }
    },
    wait(ms, then) {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
    now: steadyNow,
    random: () => Math.random(),
  }
}
