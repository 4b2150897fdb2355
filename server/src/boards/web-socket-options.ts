import type { WebsocketPluginOptions } from '@fastify/websocket'

/** Above the 8 MB that a board takes in one frame, so that the room can say what is wrong. */
const FRAME_LIMIT = 16 * 1024 * 1024

/** How WebSockets are taken in. */
export const webSocketOptions: NonNullable<WebsocketPluginOptions['options']> = {
  maxPayload: FRAME_LIMIT,
  perMessageDeflate: {
    // A client that can only take less than this gets its messages uncompressed.
    serverMaxWindowBits: 15,
    // No memory per connection for what comes in either.
    clientNoContextTakeover: true,
    // Boards compress for themselves; what else is sent is short.
    threshold: FRAME_LIMIT,
  },
}
