import type { Device } from './device.ts'

/** The network of one device; it is away when somebody says so. */
export interface Network {
  isUp: boolean
  readonly lines: Set<WebSocket>
}

/** Nobody listens there. */
const nowhere = 'ws://127.0.0.1:9'

/** A kind of WebSocket that brings the cookie and the origin of a device, as a browser does. */
export function socketOf(device: Device, network: Network): typeof WebSocket {
  return class DeviceSocket extends WebSocket {
    constructor(address: string | URL) {
      // Node takes headers where browsers take protocols.
      const options = { headers: device.headers } as unknown as string[]
      super(network.isUp ? address : nowhere, options)
      network.lines.add(this)
      this.addEventListener('close', () => network.lines.delete(this))
    }
  }
}

/** Cuts every line, until the network is up again. */
export function cut(network: Network): void {
  network.isUp = false
  for (const line of network.lines) line.close()
}
