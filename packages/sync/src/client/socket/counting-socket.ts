import { decodeFrame } from '../../protocol/index.ts'
import { gatheringSocket } from './gathering-socket.ts'

/** What goes out over one socket, as seen by who counts it. */
export interface Outgoing {
  /** Called before a frame with an update leaves; false keeps it back. */
  readonly onWrite: (isAnswer: boolean) => boolean
  /** Called for every new socket: counting starts afresh. */
  readonly onNewSocket: () => void
}

/**
 * A kind of WebSocket that reports every frame with an update that it sends, empty ones
 * included: exactly the frames that the server counts for "saved" ([F5]). It gathers them, too.
 */
export function countingSocket(Base: typeof WebSocket, outgoing: Outgoing): typeof WebSocket {
  return class CountingSocket extends gatheringSocket(Base) {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      outgoing.onNewSocket()
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array) {
        const frame = decodeFrame(data)
        if (frame.ok && (frame.value.kind === 'write' || frame.value.kind === 'too-large-write')) {
          if (!outgoing.onWrite(frame.value.isAnswer)) return
        }
      }
      super.send(data)
    }
  }
}
