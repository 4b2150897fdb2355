import { createServer } from 'node:http'
import { join } from 'node:path'
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import { LeveldbPersistence } from 'y-leveldb'
import * as Y13 from 'yjs'
import * as Y14 from 'yjs-14'

// The server of y-websocket with y-leveldb, as their manuals put them together. Version 0.1.5 of
// the server has a Yjs 14 of its own, y-leveldb the Yjs 13 of everybody else: they exchange bytes.

const [port, folder = '.'] = process.argv.slice(2)
const leveldb = new LeveldbPersistence(join(folder, 'leveldb'))

setPersistence({
  provider: leveldb,
  bindState: async (name: string, document: Y14.Doc) => {
    const stored = await leveldb.getYDoc(name)
    await leveldb.storeUpdate(name, Y14.encodeStateAsUpdate(document))
    Y14.applyUpdate(document, Y13.encodeStateAsUpdate(stored))
    document.on('update', (update: Uint8Array) => {
      void leveldb.storeUpdate(name, update)
    })
  },
  writeState: async () => {
    // Every update was written when it came.
  },
})

const http = createServer((_request, response) => {
  response.end('okay')
})
const sockets = new WebSocketServer({ noServer: true })
http.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => {
    setupWSConnection(webSocket, request)
  })
})
http.listen(Number(port), '127.0.0.1')
