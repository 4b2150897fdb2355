import type { SessionView } from '@stip/api'
import type { FeedState } from './feed.ts'

/** What a screen of a session has to show, before anything of its own. */
export type SessionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'no-access'; readonly message: string }
  | { readonly kind: 'network-gone'; readonly message: string }
  | { readonly kind: 'ready'; readonly view: SessionView; readonly isOffline: boolean }

/**
 * Decides between a session, a reason why there is none, and waiting. What was on the screen
 * stays there when the network goes: somebody may be reading.
 */
export function sessionState(feed: FeedState): SessionState {
  const message = feed.problem?.message ?? ''
  if (feed.connection === 'refused') {
    return feed.status === 404 ? { kind: 'unknown' } : { kind: 'no-access', message }
  }
  if (feed.view !== undefined) {
    return { kind: 'ready', view: feed.view, isOffline: feed.connection === 'offline' }
  }
  if (feed.connection === 'offline') return { kind: 'network-gone', message }
  return { kind: 'loading' }
}
