import { createServer } from 'node:http'
import { TLSocketRoom } from '@tldraw/sync-core'
import { createTLSchema } from '@tldraw/tlschema'
import { WebSocketServer } from 'ws'

// tldraw sync as its example server does it, but in memory: nothing is stored.

const [port] = process.argv.slice(2)
const schema = createTLSchema()
const rooms = new Map<string, TLSocketRoom>()

function roomOf(name: string): TLSocketRoom {
  const known = rooms.get(name)
  if (known !== undefined) return known
  const room = new TLSocketRoom({ schema: schema as never })
  rooms.set(name, room)
  return room
}

const http = createServer((_request, response) => {
  response.end('okay')
})
const sockets = new WebSocketServer({ noServer: true })
http.on('upgrade', (request, socket, head) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
  sockets.handleUpgrade(request, socket, head, (webSocket) => {
    roomOf(pathname).handleSocketConnect({
      sessionId: searchParams.get('sessionId') ?? '',
      socket: webSocket,
    })
  })
})
http.listen(Number(port), '127.0.0.1')
