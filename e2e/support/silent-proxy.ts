import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A way to a server that can fall silent: it takes connections, and nothing ever comes of them. */
export interface SilentProxy {
  readonly port: number
  /** Drops every line there is, and answers no new one. */
  fallSilent(): void
  /** Answers new lines again. Those that were taken in silence are never answered. */
  speak(): void
  stop(): Promise<void>
}

/** @param to - The port of the server, on this computer. */
export async function silentProxy(to: number): Promise<SilentProxy> {
  const open = new Set<Socket>()
  let isSilent = false
  const keep = (socket: Socket): void => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    // Lines that break are what this is for.
    socket.on('error', () => socket.destroy())
  }
  const proxy = createServer((socket) => {
    keep(socket)
    if (isSilent) return
    const server = connect(to, '127.0.0.1')
    keep(server)
    socket.pipe(server).pipe(socket)
    socket.on('close', () => server.destroy())
    server.on('close', () => socket.destroy())
  })
  proxy.listen(0, '::')
  await once(proxy, 'listening')
  return {
    port: (proxy.address() as AddressInfo).port,
    fallSilent: () => {
      isSilent = true
      for (const socket of open) socket.destroy()
    },
    speak: () => {
      isSilent = false
    },
    stop: async () => {
      for (const socket of open) socket.destroy()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}
