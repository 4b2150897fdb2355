import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Device } from './device.ts'
import { notesByName, writeNote } from './plain-client.ts'

/** Frames of our own that only clients get that ask for them with `stip=1`. */
const savedFrame = 100
const otherOwnFrames = [101, 102, 103]

/**
 * Somebody at a board who remembers what the server confirmed: the promise "Opgeslagen" as a
 * program hears it. A confirmation counts the frames of this connection that carry an update.
 */
export class CountingClient {
  readonly document = new Y.Doc()
  readonly provider: WebsocketProvider
  /** Names of the notes this client wrote. */
  readonly written: string[] = []
  /** Names of the notes of which the server said that they are on disk. */
  readonly confirmed = new Set<string>()
  #sentFrames = 0
  #waiting: { readonly frames: number; readonly name: string }[] = []

  constructor(device: Device, boardId: string) {
    this.provider = new WebsocketProvider(
      `${device.url.replace('http', 'ws')}/sync`,
      boardId,
      this.document,
      {
        params: { as: 'participant', stip: '1' },
        WebSocketPolyfill: this.#socketClass(device),
        disableBc: true,
        connect: false,
      },
    )
    this.provider.messageHandlers[savedFrame] = (_encoder, decoder) => {
      this.#saved(numberAt(decoder.arr, decoder.pos))
    }
    for (const type of otherOwnFrames) this.provider.messageHandlers[type] = () => undefined
    this.provider.connect()
  }

  write(name: string): void {
    writeNote(this.document, name, `Briefje ${name}`)
    this.written.push(name)
    this.#waiting.push({ frames: this.#sentFrames, name })
  }

  /** The notes on this screen that somebody else wrote or that are confirmed, with their words. */
  get promised(): readonly (readonly [name: string, text: string])[] {
    const open = new Set(this.written.filter((name) => !this.confirmed.has(name)))
    return [...notesByName(this.document)].filter(([name]) => !open.has(name))
  }

  /** Names of all notes on this screen. */
  get all(): readonly string[] {
    return [...notesByName(this.document).keys()].toSorted()
  }

  #saved(frames: number): void {
    for (const { name } of this.#waiting.filter((each) => each.frames <= frames)) {
      this.confirmed.add(name)
    }
    this.#waiting = this.#waiting.filter((each) => each.frames > frames)
  }

  /** A WebSocket with the cookie of a device, that counts what it sends. */
  #socketClass(device: Device): typeof globalThis.WebSocket {
    const connect = (): void => {
      this.#sentFrames = 0
    }
    const count = (data: unknown): void => {
      const isUpdate = data instanceof Uint8Array && data[0] === 0 && (data[1] ?? 0) > 0
      if (isUpdate) this.#sentFrames += 1
    }
    class CountingSocket extends WebSocket {
      constructor(url: string) {
        super(url, { origin: device.url, headers: device.headers })
        connect()
      }

      override send(data: Uint8Array): void {
        count(data)
        super.send(data)
      }
    }
    return CountingSocket as unknown as typeof globalThis.WebSocket
  }
}

/** A number as lib0 writes it: seven bits a byte, the lowest first. */
function numberAt(bytes: Uint8Array, start: number): number {
  let number = 0
  for (let place = start; place < bytes.length; place++) {
    const byte = bytes[place] ?? 0
    number += (byte & 127) * 2 ** (7 * (place - start))
    if (byte < 128) return number
  }
  return number
}
