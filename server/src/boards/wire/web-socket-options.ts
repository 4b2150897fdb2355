import type { WebsocketPluginOptions } from '@fastify/websocket'
import { usualLimits } from '../../limits.ts'

/**
 * How WebSockets are taken in.
 *
 * @param frameBytes - Largest frame, unpacked.
 */
export function webSocketOptions(
  frameBytes: number = usualLimits.frameBytes,
): NonNullable<WebsocketPluginOptions['options']> {
  return {
    maxPayload: frameBytes,
    perMessageDeflate: {
      // A client that can only take less than this gets its messages uncompressed.
      serverMaxWindowBits: 15,
      // No memory per connection for what comes in either.
      clientNoContextTakeover: true,
      // Boards compress for themselves; what else is sent is short.
      threshold: usualLimits.frameBytes,
    },
  }
}
