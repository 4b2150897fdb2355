import type { Awareness } from 'y-protocols/awareness'
import type { WebsocketProvider } from 'y-websocket'

/** What changed in an awareness, as y-protocols reports it. */
interface AwarenessChange {
  readonly added: number[]
  readonly updated: number[]
  readonly removed: number[]
}

/**
 * Makes a provider send only its own awareness. By itself it sends back everything that it hears
 * of others, so that every cursor crosses the line twice.
 *
 * @returns Stops sending altogether.
 */
export function sendOwnAwarenessOnly(
  provider: WebsocketProvider,
  awareness: Awareness,
): () => void {
  // The only name it has; the version of y-websocket is pinned.
  // oxlint-disable-next-line no-underscore-dangle
  const sendAll = provider._awarenessUpdateHandler
  const sendOwn = (change: AwarenessChange, origin: unknown): void => {
    const changed = [...change.added, ...change.updated, ...change.removed]
    if (origin === provider || !changed.includes(awareness.clientID)) return
    sendAll({ added: [], updated: [awareness.clientID], removed: [] }, origin)
  }
  awareness.off('update', sendAll)
  awareness.on('update', sendOwn)
  return () => awareness.off('update', sendOwn)
}
