import { generationOf } from '@stip/documents'
import { connectBoard } from '@stip/sync/client'
import type { BoardConnection } from '@stip/sync/client'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Device } from './device.ts'

/** A screen with our own client on a board; its network breaks when a test says so. */
export class Screen {
  readonly doc = new Y.Doc()
  readonly connection: BoardConnection
  readonly #network: { isUp: boolean; url: string; readonly lines: Set<WebSocket> }

  constructor(url: string, boardId: string, device: Device) {
    const network = { isUp: true, url, lines: new Set<WebSocket>() }
    class Socket extends WebSocket {
      constructor(address: string | URL) {
        const path = String(address).slice(url.replace('http', 'ws').length)
        const there = network.isUp ? network.url.replace('http', 'ws') + path : 'ws://127.0.0.1:1'
        super(there, { origin: network.url, headers: { cookie: device.cookie ?? '' } })
        network.lines.add(this)
      }
    }
    this.#network = network
    this.connection = connectBoard({
      url: `${url.replace('http', 'ws')}/sync`,
      boardId,
      parameters: { as: 'participant' },
      document: this.doc,
      generation: generationOf,
      webSocket: Socket as never,
      random: () => 0,
    })
    onTestFinished(() => this.connection.destroy())
  }

  get stranded() {
    const { connection, doc } = this
    return {
      mine: doc,
      confirmed: (client: number) => connection.confirmedUpTo(client),
      removed: connection.unconfirmedRemovals,
    }
  }

  goOffline(): void {
    this.#network.isUp = false
    for (const line of this.#network.lines) line.terminate()
  }

  /** @param url - Where the server is now; where it was, when left out. */
  goOnline(url = this.#network.url): void {
    this.#network.url = url
    this.#network.isUp = true
  }
}
