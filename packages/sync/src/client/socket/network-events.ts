import type { WebsocketProvider } from 'y-websocket'

/** Where a browser tells that the network went or came back: its window. */
type Network = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

/** What this needs of a provider. */
type Line = Pick<WebsocketProvider, 'shouldConnect' | 'connect' | 'disconnect'>

/**
 * Lets a connection go as soon as the browser says that the network is gone, and come back as
 * soon as it is there again. Without it a line that went dead looks alive for half a minute, and
 * nobody is told that what they do now stays on their device.
 *
 * @param network - The window; outside a browser nobody tells, and nothing happens.
 * @returns Stops listening.
 */
export function heedNetwork(provider: Line, network: Partial<Network> = globalThis): () => void {
  const onOffline = (): void => {
    if (!provider.shouldConnect) return
    provider.disconnect()
    // Browsers can be wrong about this, so the provider goes on trying, with its usual pauses.
    provider.shouldConnect = true
  }
  const onOnline = (): void => {
    if (provider.shouldConnect) provider.connect()
  }
  network.addEventListener?.('offline', onOffline)
  network.addEventListener?.('online', onOnline)
  return () => {
    network.removeEventListener?.('offline', onOffline)
    network.removeEventListener?.('online', onOnline)
  }
}
